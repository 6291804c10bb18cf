<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>AreasPanel</name>
    <message>
        <source>Welche Wirkungsbereiche schauen Sie an?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Bereiche gewählt. Mehr als drei sind an einem Tag kaum zu schaffen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Üblich sind ein bis drei. Jeder Bereich hat ein eigenes Profil ohne Einfluss auf die Phase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AssessmentPage</name>
    <message>
        <source>Erhebung wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Frage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu den gebuchten Modulen gibt es noch keinen Fragebogen. Buchen Sie Modul 4 im Überblick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorab-Abfrage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erhebung Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folgeerhebung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wirkungsbereiche: {areas}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wirkungsbereiche wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Frage {question} trifft immer zu. Wählen Sie eine Stufe oder „unbekannt“ (U).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalculationEditor</name>
    <message>
        <source>noch keine Angaben</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalculationPanel</name>
    <message>
        <source>So berechnet: {id} {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gewicht {weight} × Stufe {level} = {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gewicht {weight}, zählt nicht und senkt die Abdeckung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trifft nicht zu, zählt nicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht gestellt, zählt nicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summe {total} geteilt durch Gewichte {weights} = {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; Sperrfrage {questions} auf 0: gedeckelt auf Stufe {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Fälle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu allen Fällen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Kommune, Kreis, AGS oder Person suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anfrage notieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle offenen Fälle zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Fall passt zu „{text}“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier ist gerade kein Fall.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Liste der Fälle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Noch keine Fälle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier stehen alle Beratungsfälle, geordnet nach dem nächsten Termin. Legen Sie den ersten an, oder notieren Sie eine Anfrage in einer Minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anfrage notieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Fälle werden gelesen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fälle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fälle durchsuchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Fälle lassen sich gerade nicht lesen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnNames</name>
    <message>
        <source>Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stufen je Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fehlt noch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nichts gefunden. Bitte versuchen Sie ein anderes Wort.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommuneCard</name>
    <message>
        <source>eigener Eintrag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere Kommune als {name} wählen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommuneForm</name>
    <message>
        <source>8 Ziffern, freiwillig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eintrag anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigener Eintrag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Änderungen übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemeinde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stadt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stadt mit Sonderstatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kreisfreie Stadt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landkreis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Art</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einwohnerzahl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amtlicher Gemeindeschlüssel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommuneList</name>
    <message>
        <source>Gefundene Kommunen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ als eigenen Eintrag anlegen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommunePicker</name>
    <message>
        <source>Name, Kreis oder AGS der Kommune</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostSection</name>
    <message>
        <source>Kosten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personalaufwand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wer ist mit wie viel Zeit gebunden?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betrag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Verbund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gemeinsam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einmalige externe Kosten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interne Stunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stundensatz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folgekosten im Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommunen im Verbund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Förderquote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostSummary</name>
    <message>
        <source>Puffer {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interne Stunden: {hours} h zu {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Verbund mit {communes} Kommunen bei {percent} % Förderung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einzelsumme mal {communes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Externe Kosten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einmalig für eine Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folgekosten im Jahr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechenweise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesamt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nach Förderung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>je Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extern, Gemeinsames einmal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die erste Rechenweise zählt gemeinsame Zeilen einmal, die übrigen je Kommune, mit Puffer und ohne interne Stunden. Die zweite vervielfacht die ganze Einzelsumme. Quote, Frist und die Förderfähigkeit interner Stunden sind vor dem Antrag zu prüfen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Im Programm ist ein Fehler aufgetreten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles, was als gesichert angezeigt wurde, ist erhalten, und Sie können weiterarbeiten. Bitte geben Sie die Details an Ihre IT, wenn es wieder geschieht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details des Fehlers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details ansehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiterarbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details kopiert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Daten und Technik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datenquelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personenbezug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veröffentlichung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schnittstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Im Kalender wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionSection</name>
    <message>
        <source>Entscheidung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wer hat was beschlossen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entschieden am</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Stufe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lücke</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Pfeiltasten wechseln die Frage, 0–4 wählen die Stufe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FundingSection</name>
    <message>
        <source>Förderung und Verbund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programm, Quote und Frist; was noch zu prüfen ist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigenanteil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übertragbarkeit und interkommunale Zusammenarbeit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalSection</name>
    <message>
        <source>Problem und Ziel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was geschieht heute, und wen trifft es?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beleg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zahlen, Vorfälle oder Quellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zielgruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was ist danach anders?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennzahl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was wird gemessen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennzahlen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>Steckbrief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was entsteht, und wo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von der Idee zum Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearbeitungsstand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>etwa: Entwurf nach dem Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verfasst von</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand vom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LawSection</name>
    <message>
        <source>Recht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rechtsgrundlage und Zuständigkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IT-Sicherheit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barrierefreiheit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelButton</name>
    <message>
        <source>Stufe {level}: {anchor}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelCard</name>
    <message>
        <source>Stufe {level}, {word}: {anchor}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Befehl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seite, Befehl oder Fall suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasten auf dieser Seite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksRow</name>
    <message>
        <source>zuvor {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zielstufe {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureModel</name>
    <message>
        <source>Nr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeitraum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kosten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jährlich {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Maßnahmen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig (Strg+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Bitte eine Zahl eingeben, zum Beispiel 12 oder 3,5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Dimensionen und Fragen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>{done} von {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} unbekannt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message>
        <source>offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ab {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priorität {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeitraum {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kosten {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Förderung {funding}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Sperrfrage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertraulich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trifft nicht zu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch unbekannt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warum trifft die Frage nicht zu?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begründung der Gruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was wurde gesagt? Bitte keine Namen und keine Schwachstellen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auskunft durch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht angegeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dimension}, Frage {number} von {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gewicht {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachweis: {evidence}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Beantworten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>noch offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {number} von 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Anfrage notieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwerfen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Anfrage ist noch nicht notiert, weil die Kommune fehlt. Ihre Eingaben stehen noch im Formular. Bitte wählen Sie die Kommune oder verwerfen Sie die Anfrage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon oder E-Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wunsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückruf am</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module, wenn schon bekannt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Kommune fehlt noch. Bitte wählen Sie sie aus der Liste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Anfrage von {commune} ist notiert.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Erhebung wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht erstellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wirkungsbereich</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier stehen Profil und Phase, sobald die ersten Antworten da sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zur Erhebung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorab-Abfrage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folgeerhebung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch kein Ergebnis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RiskSection</name>
    <message>
        <source>Risiken und Meilensteine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risiko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gegenmaßnahme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risiken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abhängigkeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wovon hängt der Erfolg ab?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meilenstein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meilensteine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>{title}, Zeile {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeile {number} entfernen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SolutionSection</name>
    <message>
        <source>Lösung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was wird beschafft, gebaut oder geändert?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgrenzung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was leistet die Lösung ausdrücklich nicht?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beteiligte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verantwortung im Fach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verantwortung für den Betrieb</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateChips</name>
    <message>
        <source>{state}, {count} Fälle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle offenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>gesichert {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alles gesichert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schreibt …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht gesichert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seiten, Befehle und Fälle nach Namen ({keys})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hell oder dunkel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrift größer ({more}) oder kleiner ({less})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnmetList</name>
    <message>
        <source>heute {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nötig {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseCaseHead</name>
    <message>
        <source>PDF ansehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mehr: importieren, exportieren, löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus Datei importieren …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als Datei exportieren …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anwendungsfall löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseCasePage</name>
    <message>
        <source>Anwendungsfälle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abschnitte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch kein Anwendungsfall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Anwendungsfall beschreibt eine einzelne digitale Lösung: Problem, Ziel, Technik, Recht, Kosten und Risiken auf einem Steckbrief.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anwendungsfall anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus Datei importieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} ist gelöscht. Mit Strg+Z holen Sie den Anwendungsfall zurück.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anwendungsfälle importieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anwendungsfälle (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importiert: {added} neu, {changed} geändert. Strg+Z nimmt den Import zurück.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anwendungsfall exportieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Ansicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hell oder dunkel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrift größer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrift kleiner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schrift normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vollbild</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Sichtbarkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wer darf das lesen? „Bericht“ erscheint in Dokumenten der Kommune.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CommuneDelegate</name>
    <message>
        <source>eigener Eintrag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Heute und diese Woche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Später</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anlegen fortsetzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Termin fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raum fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Frage offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Fragen offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noch keine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kein Termin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stufen: {levels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heute{time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückruf seit gestern offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückruf seit {days} Tagen offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, vorbei</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>communes</name>
    <message>
        <source>Landkreis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kreisangehörig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonderstatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kreisfrei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} EW</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>headlines</name>
    <message>
        <source>Modul {number} · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module noch offen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Module {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückruf</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Fälle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>So berechnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zielstufe {dimension}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zielstufe in zwei bis drei Jahren; * ist angenommen, bis Sie eine setzen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
