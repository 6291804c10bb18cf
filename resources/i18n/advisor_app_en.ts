<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>AboutSection</name>
    <message>
        <source>Im Ordner zeigen</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Lizenzen zeigen</source>
        <translation>Show licences</translation>
    </message>
    <message>
        <source>Lizenzen</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Daten</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Alles liegt auf diesem Rechner. Das Programm baut keine Verbindung ins Netz auf.</source>
        <translation>Everything is kept on this computer. The program opens no connection to the network.</translation>
    </message>
    <message>
        <source>Über das Programm</source>
        <translation>About the program</translation>
    </message>
    <message>
        <source>Beraterkoffer {version}, Lizenz EUPL-1.2</source>
        <translation>Beraterkoffer {version}, licence EUPL-1.2</translation>
    </message>
    <message>
        <source>Inhaltspakete: {packs}</source>
        <translation>Content packs: {packs}</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Danach: Ende des Tages</source>
        <translation>Then: end of the day</translation>
    </message>
    <message>
        <source>Danach um {time}</source>
        <translation>Then at {time}</translation>
    </message>
    <message>
        <source>{title}, {minutes} min</source>
        <translation>{title}, {minutes} min</translation>
    </message>
</context>
<context>
    <name>AnewPanel</name>
    <message>
        <source>Neue Antwort</source>
        <translation>New answer</translation>
    </message>
    <message>
        <source>Warum trifft die Frage nicht zu?</source>
        <translation>Why does the question not apply?</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Die Frage {question} trifft immer zu. Beantworten Sie sie, oder wählen Sie „unbekannt“ (U).</source>
        <translation>Question {question} always applies. Answer it or choose “unknown” (U).</translation>
    </message>
</context>
<context>
    <name>ArchivedLine</name>
    <message>
        <source>Speichern …</source>
        <translation>Save …</translation>
    </message>
    <message>
        <source>Aus heutigen Daten erstellen</source>
        <translation>Make from today’s data</translation>
    </message>
    <message>
        <source>So übergeben am {head}</source>
        <translation>As handed over on {head}</translation>
    </message>
</context>
<context>
    <name>AreaDetail</name>
    <message>
        <source>Ist</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Bedarf</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>Verantwortung</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Amt oder Funktion, kein Name</source>
        <translation>Office or function, no name</translation>
    </message>
    <message>
        <source>Bemerkung</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Eine je Zeile, ohne Produkt und ohne Hersteller.</source>
        <translation>One a line, without product and without maker.</translation>
    </message>
    <message>
        <source>Eigene Anforderungen</source>
        <translation>Own requirements</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Fragen der Erhebung dazu</source>
        <translation>Questions of the assessment on it</translation>
    </message>
    <message>
        <source>In der Anforderungsliste</source>
        <translation>In the list of requirements</translation>
    </message>
    <message>
        <source>{names} ist ein Produkt oder ein Hersteller. Beschreiben Sie, was die Lösung können muss.</source>
        <translation>{names} is a product or a vendor. Describe what the solution has to do.</translation>
    </message>
    <message>
        <source>{names} sind Produkte oder Hersteller. Beschreiben Sie, was die Lösung können muss.</source>
        <translation>{names} are products or vendors. Describe what the solution has to do.</translation>
    </message>
    <message>
        <source>Frage öffnen: {words}</source>
        <translation>Open question: {words}</translation>
    </message>
    <message>
        <source>vertraulich</source>
        <translation>confidential</translation>
    </message>
    <message>
        <source>Stufe {level}</source>
        <translation>Level {level}</translation>
    </message>
</context>
<context>
    <name>AreaModel</name>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Funktionsbereich</source>
        <translation>Functional area</translation>
    </message>
    <message>
        <source>Ist</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Bedarf</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>Lücke</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>Verantwortung</source>
        <translation>Responsible</translation>
    </message>
</context>
<context>
    <name>AreaTable</name>
    <message>
        <source>Funktionsbereiche</source>
        <translation>Functional areas</translation>
    </message>
</context>
<context>
    <name>AreasPanel</name>
    <message>
        <source>Welche Wirkungsbereiche schauen Sie an?</source>
        <translation>Which impact areas will you look at?</translation>
    </message>
    <message>
        <source>{count} Bereiche gewählt. Mehr als drei sind an einem Tag kaum zu schaffen.</source>
        <translation>{count} areas chosen. More than three are hard to manage in one day.</translation>
    </message>
    <message>
        <source>Üblich sind ein bis drei. Jeder Bereich hat ein eigenes Profil ohne Einfluss auf die Phase.</source>
        <translation>One to three are usual. Each area has a profile of its own, which does not affect the phase.</translation>
    </message>
    <message>
        <source>Tasten in der Tabelle: N nein, T teilweise, J ja; M Muss, S Soll, K Kann; Entf leert. „Muss“ heißt: Ohne diesen Punkt gibt es keine führende E-Akte.</source>
        <translation>Keys in the table: N no, T partly, J yes; M must, S should, K could; Del empties. “Must” means: without this point there is no leading e-file.</translation>
    </message>
    <message>
        <source>{need} {count}, Lücken {gaps}</source>
        <translation>{need} {count}, gaps {gaps}</translation>
    </message>
    <message>
        <source>{count} noch offen</source>
        <translation>{count} still open</translation>
    </message>
</context>
<context>
    <name>AreasPart</name>
    <message>
        <source>Punktabfrage beginnen</source>
        <translation>Begin the dot vote</translation>
    </message>
    <message>
        <source>Die Rücktaste nimmt nur zurück, was gerade gezählt wurde. Strg+Z nimmt frühere Schritte zurück.</source>
        <translation>Backspace only takes back what was counted just now. Ctrl+Z takes earlier steps back.</translation>
    </message>
    <message>
        <source>{count} Bereiche gewählt. Mehr als drei sind an einem Tag kaum zu schaffen.</source>
        <translation>{count} areas chosen. More than three can hardly be done in a day.</translation>
    </message>
    <message>
        <source>Üblich sind ein bis drei. Jeder Bereich hat ein eigenes Profil ohne Einfluss auf die Phase.</source>
        <translation>One to three are usual. Each area has a profile of its own without influence on the phase.</translation>
    </message>
    <message>
        <source>Welche Wirkungsbereiche sind der Runde wichtig?</source>
        <translation>Which impact areas matter to the group?</translation>
    </message>
    <message>
        <source>Jede Person hat einige Punkte und verteilt sie nach Bedarf: auf Karten, dann zählen Sie mit den Tasten 1 bis 8 oder tippen die Zahlen, oder auf Handys. Bis zum Aufdecken sieht die Runde nur, wie viele Punkte gezählt sind.</source>
        <translation>Everybody has some dots and spreads them by need: on cards, then count with the keys 1 to 8 or type the figures, or on phones. Until they are revealed the group only sees how many dots have been counted.</translation>
    </message>
    <message>
        <source>In der Erhebung gewählt</source>
        <translation>Chosen in the assessment</translation>
    </message>
    <message>
        <source>Wirkungsbereich</source>
        <translation>Impact area</translation>
    </message>
</context>
<context>
    <name>AssessmentChooser</name>
    <message>
        <source>Erhebung wählen</source>
        <translation>Choose an assessment</translation>
    </message>
    <message>
        <source>Weitere Erhebung anlegen</source>
        <translation>Add another assessment</translation>
    </message>
</context>
<context>
    <name>AssessmentMigrationPage</name>
    <message>
        <source>Geänderte Fragen</source>
        <translation>Changed questions</translation>
    </message>
    <message>
        <source>Umstellung</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Entscheidung zurücknehmen</source>
        <translation>Take decision back</translation>
    </message>
    <message>
        <source>Umstellung abschließen</source>
        <translation>Finish migration</translation>
    </message>
    <message>
        <source>Umstellung verwerfen</source>
        <translation>Drop migration</translation>
    </message>
    <message>
        <source>In diesem Fall gibt es noch keine Erhebung.</source>
        <translation>There is no assessment in this case yet.</translation>
    </message>
    <message>
        <source>Überblick</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>noch nicht entschieden</source>
        <translation>not decided yet</translation>
    </message>
    <message>
        <source>neu: Stufe {level}</source>
        <translation>new: level {level}</translation>
    </message>
    <message>
        <source>Umgestellt auf Fassung {version}. Die bisherige Erhebung bleibt lesbar.</source>
        <translation>Moved to version {version}. The former assessment can still be read.</translation>
    </message>
    <message>
        <source>Umstellung verworfen</source>
        <translation>Migration dropped</translation>
    </message>
</context>
<context>
    <name>AssumedRows</name>
    <message>
        <source>{question} nicht mehr annehmen</source>
        <translation>No longer assume {question}</translation>
    </message>
    <message>
        <source>vertraulich</source>
        <translation>confidential</translation>
    </message>
    <message>
        <source>heute {now}; dann: {anchor}</source>
        <translation>today {now}; then: {anchor}</translation>
    </message>
</context>
<context>
    <name>AttendancePanel</name>
    <message>
        <source>Name; Funktion; Amt – Eingabe fügt hinzu, auch mehrere Zeilen auf einmal</source>
        <translation>Name; function; office – Enter adds, also several lines at once</translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Ansprechpersonen übernehmen</source>
        <translation>Take over contacts</translation>
    </message>
    <message>
        <source>Teilnahmeliste</source>
        <translation>Attendance list</translation>
    </message>
    <message>
        <source>Teilnahmebestätigungen</source>
        <translation>Certificates of attendance</translation>
    </message>
    <message>
        <source>{half}: {there} von {count}, {hours} h {minutes} min</source>
        <translation>{half}: {there} of {count}, {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Gezählt wird die tatsächliche Arbeitszeit ohne Pausen.</source>
        <translation>The actual working time without breaks counts.</translation>
    </message>
    <message>
        <source>Gezählt wird die geplante Arbeitszeit ohne Pausen, bis der Tag gelaufen ist.</source>
        <translation>The planned working time without breaks counts until the day is over.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Alle als anwesend eintragen, ein zweites Mal alle als abwesend</source>
        <translation>Enter everybody as present, a second time everybody as absent</translation>
    </message>
    <message>
        <source>Aufbewahren bis</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>Noch niemand eingetragen. Namen stehen getrennt von allem, was im Workshop gesagt wird.</source>
        <translation>Nobody is listed yet. Names are kept apart from everything that is said in the workshop.</translation>
    </message>
    <message>
        <source>Von der Liste nehmen</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>mehrfach</source>
        <translation>more than once</translation>
    </message>
    <message>
        <source>{name} wird aufbewahrt bis {day}. Ändern auf der Seite Datenschutz.</source>
        <translation>{name} is kept until {day}. Change it on the page Data protection.</translation>
    </message>
    <message>
        <source>Die Frist von {name} ist am {day} abgelaufen. Ändern oder löschen auf der Seite Datenschutz.</source>
        <translation>The time of {name} ended on {day}. Change or erase on the page Data protection.</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>auch am zweiten Ort</source>
        <translation>also in the second place</translation>
    </message>
    <message>
        <source>nur am zweiten Ort</source>
        <translation>in the second place only</translation>
    </message>
    <message>
        <source>Prüfen</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Sicherung {when} prüfen</source>
        <translation>Verify backup {when}</translation>
    </message>
    <message>
        <source>Wiederherstellen …</source>
        <translation>Restore …</translation>
    </message>
    <message>
        <source>Sicherung {when} wiederherstellen</source>
        <translation>Restore backup {when}</translation>
    </message>
</context>
<context>
    <name>BackupRows</name>
    <message>
        <source>Sicherungen, die unvollständig, verändert oder von einer neueren Version sind: {count}</source>
        <translation>Backups that are incomplete, altered or of a newer version: {count}</translation>
    </message>
    <message>
        <source>{count} ältere zeigen</source>
        <translation>Show {count} older ones</translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>Sicherung …</source>
        <translation>Backing up …</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Vorhandene Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Meine Daten finden</source>
        <translation>Find my data</translation>
    </message>
    <message>
        <source>Laptopwechsel</source>
        <translation>Another laptop</translation>
    </message>
    <message>
        <source>Prüfen …</source>
        <translation>Verifying …</translation>
    </message>
    <message>
        <source>Die Sicherung ist in Ordnung: Alle Prüfsummen, Seiten und Zahlen stimmen.</source>
        <translation>The backup is sound: all checksums, pages and figures agree.</translation>
    </message>
    <message>
        <source>Die Sicherung ist unverändert. Ohne ihren Schlüssel sind nur die Prüfsummen verglichen.</source>
        <translation>The backup is unaltered. Without its key only its checksums were compared.</translation>
    </message>
    <message>
        <source>Wiederhergestellt. Fälle: {count}.</source>
        <translation>Restored. Cases: {count}.</translation>
    </message>
    <message>
        <source>Vollständig angekommen. Fälle: {count}, Fotos und Dateien: {files}. Alle Prüfsummen stimmen.</source>
        <translation>Arrived whole. Cases: {count}, photos and files: {files}. All checksums agree.</translation>
    </message>
    <message>
        <source>Was vorher da war, liegt in „{folder}“.</source>
        <translation>What was there before lies in “{folder}”.</translation>
    </message>
</context>
<context>
    <name>BenefitPanel</name>
    <message>
        <source>Das Ergebnis ist freie Arbeitszeit, nicht von selbst eine Einsparung im Haushalt. Alle Zeiten sind Angaben der Beteiligten, keine Messung.</source>
        <translation>The result is working time set free, not by itself a saving in the budget. All times were told by those involved, not measured.</translation>
    </message>
    <message>
        <source>Annahmen</source>
        <translation>Assumptions</translation>
    </message>
    <message>
        <source>Anteil digitaler Fälle</source>
        <translation>Share of digital cases</translation>
    </message>
    <message>
        <source>Wie viele kommen künftig online?</source>
        <translation>How many will come online?</translation>
    </message>
    <message>
        <source>Minuten auf dem alten Weg</source>
        <translation>Minutes the old way</translation>
    </message>
    <message>
        <source>Für Fälle, die weiter auf Papier kommen.</source>
        <translation>For cases that still come on paper.</translation>
    </message>
    <message>
        <source>Stundensatz</source>
        <translation>Hourly rate</translation>
    </message>
    <message>
        <source>Kosten eines Arbeitsplatzes.</source>
        <translation>Cost of a workplace.</translation>
    </message>
    <message>
        <source>Folgekosten im Jahr</source>
        <translation>Running costs per year</translation>
    </message>
    <message>
        <source>Einmalige Kosten</source>
        <translation>One-off costs</translation>
    </message>
    <message>
        <source>Einmalige Stunden im Haus</source>
        <translation>One-off hours of the house</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Fall öffnen</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Anderer Stand</source>
        <translation>Another state</translation>
    </message>
</context>
<context>
    <name>BookingCard</name>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
    <message>
        <source>Preis</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>{module} auswählen</source>
        <translation>Choose {module}</translation>
    </message>
    <message>
        <source>noch ohne Termin</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>Stand von {module}</source>
        <translation>State of {module}</translation>
    </message>
    <message>
        <source>Angefragt am</source>
        <translation>Requested on</translation>
    </message>
    <message>
        <source>Beantragt am</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>Bewilligt am</source>
        <translation>Approved on</translation>
    </message>
    <message>
        <source>Abgeschlossen am</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Finanzierung</source>
        <translation>Financing</translation>
    </message>
    <message>
        <source>Programm</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Anmerkung (intern)</source>
        <translation>Remark (internal)</translation>
    </message>
</context>
<context>
    <name>BookingsCard</name>
    <message>
        <source>Buchungen</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Tage und Preise</source>
        <translation>Days and prices</translation>
    </message>
    <message>
        <source>Module und Förderung</source>
        <translation>Modules and funding</translation>
    </message>
    <message>
        <source>Noch kein Modul gebucht.</source>
        <translation>No module has been booked yet.</translation>
    </message>
    <message>
        <source>Stand von {module}</source>
        <translation>State of {module}</translation>
    </message>
    <message>
        <source>Finanzierung von {module}</source>
        <translation>Financing of {module}</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>Module und Förderung</source>
        <translation>Modules and funding</translation>
    </message>
    <message>
        <source>Stand aller ausgewählten Buchungen</source>
        <translation>State of all chosen bookings</translation>
    </message>
    <message>
        <source>Für alle setzen</source>
        <translation>Set for all</translation>
    </message>
    <message>
        <source>Noch kein Modul gebucht</source>
        <translation>No module booked yet</translation>
    </message>
    <message>
        <source>Hier stehen Stand, Tage, Finanzierung und Preis jeder Buchung. Wählen Sie zuerst, welche Module die Kommune nutzt.</source>
        <translation>State, days, financing and price of each booking stand here. First choose which modules the municipality uses.</translation>
    </message>
    <message>
        <source>Module wählen</source>
        <translation>Choose modules</translation>
    </message>
    <message>
        <source>Buchungen</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Alle Buchungen auswählen</source>
        <translation>Choose all bookings</translation>
    </message>
    <message>
        <source>Finanzierung – {sums}</source>
        <translation>Financing – {sums}</translation>
    </message>
    <message>
        <source>{count} Buchungen ausgewählt. Stand für alle:</source>
        <translation>{count} bookings chosen. State for all:</translation>
    </message>
</context>
<context>
    <name>BookingsSection</name>
    <message>
        <source>Ausgeben …</source>
        <translation>Hand out …</translation>
    </message>
    <message>
        <source>Meldedatei schreiben …</source>
        <translation>Write report file …</translation>
    </message>
    <message>
        <source>Zusammenführen …</source>
        <translation>Merge …</translation>
    </message>
    <message>
        <source>Diagramm</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Eigene Zahlen zeigen</source>
        <translation>Show own figures</translation>
    </message>
</context>
<context>
    <name>BrandingCard</name>
    <message>
        <source>Farbe und Logo der Kommune</source>
        <translation>Colour and logo of the commune</translation>
    </message>
    <message>
        <source>Gilt für die Dokumente dieses Falls. Leer gilt die Farbe aus den Einstellungen.</source>
        <translation>For the documents of this case. Empty means the colour from the settings.</translation>
    </message>
    <message>
        <source>Farbe</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Ein Foto dieses Falls. Es steht oben links auf der ersten Seite.</source>
        <translation>A photo of this case. It stands at the top left of the first page.</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>kein Logo</source>
        <translation>no logo</translation>
    </message>
</context>
<context>
    <name>CalculationEditor</name>
    <message>
        <source>noch keine Angaben</source>
        <translation>no figures yet</translation>
    </message>
</context>
<context>
    <name>CalculationPanel</name>
    <message>
        <source>So berechnet: {id} {title}</source>
        <translation>How it was computed: {id} {title}</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>vertraulich, Gewicht {weight}</source>
        <translation>confidential, weight {weight}</translation>
    </message>
    <message>
        <source>Gewicht {weight} × Stufe {level} = {part}</source>
        <translation>weight {weight} × level {level} = {part}</translation>
    </message>
    <message>
        <source>Gewicht {weight}, zählt nicht und senkt die Abdeckung</source>
        <translation>weight {weight}, does not count and lowers the coverage</translation>
    </message>
    <message>
        <source>trifft nicht zu, zählt nicht</source>
        <translation>not applicable, does not count</translation>
    </message>
    <message>
        <source>nicht gestellt, zählt nicht</source>
        <translation>not asked, does not count</translation>
    </message>
    <message>
        <source>Summe {total} geteilt durch Gewichte {weights} = {value}</source>
        <translation>Sum {total} divided by weights {weights} = {value}</translation>
    </message>
    <message>
        <source>; Sperrfrage {questions} auf 0: gedeckelt auf Stufe {level}</source>
        <translation>; blocking question {questions} at 0: capped at level {level}</translation>
    </message>
    <message>
        <source>; durch eine vertrauliche Sperrfrage gedeckelt auf Stufe {level}</source>
        <translation>; capped at level {level} by a confidential blocking question</translation>
    </message>
</context>
<context>
    <name>CandidateForm</name>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Was entsteht, und wo?</source>
        <translation>What is made, and where?</translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation>Impact areas</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Was geschieht heute, und wen trifft es?</source>
        <translation>What happens today, and whom does it affect?</translation>
    </message>
    <message>
        <source>Idee</source>
        <translation>Idea</translation>
    </message>
    <message>
        <source>Die Lösung in einem Satz; wer betreibt sie?</source>
        <translation>The solution in one sentence; who operates it?</translation>
    </message>
    <message>
        <source>Wem es hilft</source>
        <translation>Whom it helps</translation>
    </message>
    <message>
        <source>Anmerkung</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Bewertung der Runde</source>
        <translation>Ratings of the group</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Machbarkeit</source>
        <translation>Feasibility</translation>
    </message>
    <message>
        <source>Bewerten Sie je Seite mindestens ein Kriterium: 1 bis 5, Entf leert.</source>
        <translation>Rate at least one criterion on each side: 1 to 5, Delete empties.</translation>
    </message>
    <message>
        <source>Nutzen {benefit}, Machbarkeit {feasibility}, Platz {rank}.</source>
        <translation>Benefit {benefit}, feasibility {feasibility}, rank {rank}.</translation>
    </message>
    <message>
        <source> · zählt {weight}-fach</source>
        <translation> · counts {weight} times</translation>
    </message>
</context>
<context>
    <name>CandidatesPart</name>
    <message>
        <source>Kandidaten</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Kandidat löschen</source>
        <translation>Delete candidate</translation>
    </message>
    <message>
        <source>Noch kein Kandidat</source>
        <translation>No candidate yet</translation>
    </message>
    <message>
        <source>Hier sammelt die Runde Ideen für Anwendungsfälle: Problem, Idee, wem es hilft. Danach bewertet sie Nutzen und Machbarkeit.</source>
        <translation>Here the group collects ideas for use cases: problem, idea, whom it helps. Then it rates benefit and feasibility.</translation>
    </message>
    <message>
        <source>Kandidat anlegen</source>
        <translation>Add candidate</translation>
    </message>
    <message>
        <source>Platz {rank}</source>
        <translation>Rank {rank}</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Fälle</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Zu allen Fällen</source>
        <translation>To all cases</translation>
    </message>
</context>
<context>
    <name>CaseExportPage</name>
    <message>
        <source>Übergeben</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Gemeinsam bearbeiten</source>
        <translation>Work on it together</translation>
    </message>
    <message>
        <source>Wer den Fall übernimmt</source>
        <translation>Who takes the case over</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Empfangsschlüssel</source>
        <translation>Recipient key</translation>
    </message>
    <message>
        <source>Empfangsschlüssel der anderen Seite</source>
        <translation>Recipient key of the other side</translation>
    </message>
    <message>
        <source>Die Datei enthält den ganzen Fall: Antworten, Verlauf, Personen, Fragebögen und Nachweise.</source>
        <translation>The file holds the whole case: answers, history, people, questionnaires and evidence.</translation>
    </message>
    <message>
        <source>Verschlüsselt mit</source>
        <translation>Encrypted with</translation>
    </message>
    <message>
        <source>Der Fall gehört danach der anderen Seite; hier bleibt eine Kopie zum Lesen.</source>
        <translation>The case belongs to the other side afterwards; a copy to read stays here.</translation>
    </message>
    <message>
        <source>Beide Seiten können weiterarbeiten und die Stände später zusammenführen.</source>
        <translation>Both sides can go on working and bring their versions together later.</translation>
    </message>
    <message>
        <source>Den Schlüssel zeigt die Seite „Falldatei einlesen“ der anderen Seite. Nur sie kann die Datei öffnen.</source>
        <translation>The other side finds its key on the page “Read a case file”. Nobody else can open the file.</translation>
    </message>
    <message>
        <source>Teilen Sie die Passphrase getrennt von der Datei mit, am besten am Telefon.</source>
        <translation>Pass on the passphrase apart from the file, best by telephone.</translation>
    </message>
    <message>
        <source>Datei speichern und übergeben</source>
        <translation>Save the file and hand over</translation>
    </message>
    <message>
        <source>Datei speichern</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>Bitte nennen Sie, wer den Fall übernimmt.</source>
        <translation>Please say who takes the case over.</translation>
    </message>
    <message>
        <source>Falldatei speichern</source>
        <translation>Save the case file</translation>
    </message>
    <message>
        <source>Falldateien (*.bkcase)</source>
        <translation>Case files (*.bkcase)</translation>
    </message>
    <message>
        <source>Die Datei wird geschrieben und zur Kontrolle gelesen …</source>
        <translation>The file is being written and read back …</translation>
    </message>
    <message>
        <source>Einträge: {records}, Zeilen Verlauf: {lines}, Personen: {people}, Nachweise: {evidence}.</source>
        <translation>Entries: {records}, lines of history: {lines}, people: {people}, evidence: {evidence}.</translation>
    </message>
    <message>
        <source>Geschrieben und geprüft: {file}.</source>
        <translation>Written and checked: {file}.</translation>
    </message>
    <message>
        <source>Nachweise, die hier nicht mehr lesbar sind und in der Datei fehlen: {count}.</source>
        <translation>Evidence that cannot be read here any more and is not in the file: {count}.</translation>
    </message>
    <message>
        <source>Der Fall ist an „{name}“ übergeben.</source>
        <translation>The case is handed over to “{name}”.</translation>
    </message>
</context>
<context>
    <name>CaseImportPage</name>
    <message>
        <source>Falldatei wählen</source>
        <translation>Choose a case file</translation>
    </message>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Passphrase der Falldatei</source>
        <translation>Passphrase of the case file</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fall öffnen</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Weitere Falldatei einlesen</source>
        <translation>Read another case file</translation>
    </message>
    <message>
        <source>Eine Falldatei (.bkcase) enthält einen ganzen Fall mit Verlauf und Nachweisen. Sie wird zuerst gelesen und verglichen; es ändert sich nichts, bevor Sie es übernehmen.</source>
        <translation>A case file (.bkcase) holds a whole case with its history and evidence. It is read and compared first; nothing changes until you take it over.</translation>
    </message>
    <message>
        <source>Ihr Empfangsschlüssel: Wer eine Falldatei damit verschlüsselt, braucht keine Passphrase, und nur Sie können sie öffnen. Er darf offen weitergegeben werden.</source>
        <translation>Your recipient key: whoever encrypts a case file with it needs no passphrase, and only you can open it. It may be passed on openly.</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Falldateien (*.bkcase);;Alle Dateien (*)</source>
        <translation>Case files (*.bkcase);;All files (*)</translation>
    </message>
    <message>
        <source>„{file}“ ist mit einer Passphrase verschlüsselt.</source>
        <translation>“{file}” is encrypted with a passphrase.</translation>
    </message>
    <message>
        <source>Die Datei wird gelesen …</source>
        <translation>The file is being read …</translation>
    </message>
    <message>
        <source>Der Fall wird übernommen …</source>
        <translation>The case is being taken over …</translation>
    </message>
    <message>
        <source>{case} ist da, mit dem ganzen Verlauf. Einträge: {records}.</source>
        <translation>{case} is here, with its whole history. Entries: {records}.</translation>
    </message>
    <message>
        <source>{case}: Die Falldatei ist übernommen. Einträge: {records}.</source>
        <translation>{case}: the case file is taken over. Entries: {records}.</translation>
    </message>
    <message>
        <source>Personen: {count}.</source>
        <translation>People: {count}.</translation>
    </message>
    <message>
        <source>Gelöschte Personen, die gelöscht bleiben: {count}.</source>
        <translation>Erased people who stay erased: {count}.</translation>
    </message>
    <message>
        <source>Die Übernahme ist zurückgenommen; der Fall steht wie zuvor.</source>
        <translation>That is taken back; the case is as it was before.</translation>
    </message>
    <message>
        <source>Am Fall wurde seither gearbeitet. Im Fall lässt sich Schritt für Schritt zurücknehmen.</source>
        <translation>The case was worked on since. In the case, steps can be taken back one by one.</translation>
    </message>
    <message>
        <source>Ihr Empfangsschlüssel ist kopiert.</source>
        <translation>Your recipient key is copied.</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Kommune, Kreis, AGS oder Person suchen</source>
        <translation>Search for a commune, district, official key or person</translation>
    </message>
    <message>
        <source>Anfrage notieren</source>
        <translation>Note a request</translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Falldatei einlesen</source>
        <translation>Read a case file</translation>
    </message>
    <message>
        <source>Fallliste einlesen</source>
        <translation>Import list of cases</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Tafel</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Alle offenen Fälle zeigen</source>
        <translation>Show all open cases</translation>
    </message>
    <message>
        <source>1 Fall ohne Modul steht nur in der Liste.</source>
        <translation>1 case without a module is in the list only.</translation>
    </message>
    <message>
        <source>{count} Fälle ohne Modul stehen nur in der Liste.</source>
        <translation>{count} cases without a module are in the list only.</translation>
    </message>
    <message>
        <source>Kein Fall passt zu „{text}“.</source>
        <translation>No case matches “{text}”.</translation>
    </message>
    <message>
        <source>Hier ist gerade kein Fall.</source>
        <translation>There is no case here at the moment.</translation>
    </message>
</context>
<context>
    <name>CaseListPage</name>
    <message>
        <source>Tabelle wählen</source>
        <translation>Choose table</translation>
    </message>
    <message>
        <source>Fälle zeigen</source>
        <translation>Show cases</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Weitere Liste einlesen</source>
        <translation>Import another list</translation>
    </message>
    <message>
        <source>Eine vorhandene Liste (Excel oder CSV) mit einer Zeile je Buchung oder je Kommune wird zu Fällen mit Buchungen. Nötig sind die Kommune (Name oder AGS) und das Modul; Stand, Finanzierung, Programm, Preis, Tage, Aktenzeichen und Ansprechperson kommen mit, wo es sie gibt.</source>
        <translation>An existing list (Excel or CSV) with a row for each booking or each commune becomes cases with bookings. Required are the commune (name or AGS) and the module; state, financing, programme, price, days, reference and contact come along where there are any.</translation>
    </message>
    <message>
        <source>Vor der Übernahme sehen Sie jede Zeile: was neu ist, was schon da ist und was nicht stimmt. Nichts kommt doppelt herein.</source>
        <translation>Before anything is taken in you see every row: what is new, what is there already and what is wrong. Nothing comes in twice.</translation>
    </message>
    <message>
        <source>Die Fälle werden angelegt …</source>
        <translation>Opening the cases …</translation>
    </message>
    <message>
        <source>1 Fall ist angelegt.</source>
        <translation>1 case has been opened.</translation>
    </message>
    <message>
        <source>{count} Fälle sind angelegt.</source>
        <translation>{count} cases have been opened.</translation>
    </message>
    <message>
        <source>Nicht übernommene Zeilen: {count}.</source>
        <translation>Rows left out: {count}.</translation>
    </message>
    <message>
        <source>Die Fälle werden zurückgenommen …</source>
        <translation>Taking the cases back …</translation>
    </message>
    <message>
        <source>Die Übernahme ist zurückgenommen; keiner dieser Fälle ist mehr da.</source>
        <translation>The import has been taken back; none of these cases is there any more.</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Liste der Fälle</source>
        <translation>List of cases</translation>
    </message>
</context>
<context>
    <name>CaseTemplatePage</name>
    <message>
        <source>Fall anlegen</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Für welche Kommune ist der neue Fall?</source>
        <translation>Which commune is the new case for?</translation>
    </message>
    <message>
        <source>Was kommt mit?</source>
        <translation>What comes along?</translation>
    </message>
    <message>
        <source>Nie mit kommen Antworten, Ergebnisse, Personen, Notizen, Termine, Kosten und Nachweise. Titel von Tagen, Schritten, Aufgaben und Maßnahmen kommen mit, wie sie hier stehen, ohne Namen von Personen dieses Falls.</source>
        <translation>Answers, results, people, notes, dates, costs and evidence never come along. Titles of days, steps, tasks and measures come as they stand here, without names of people of this case.</translation>
    </message>
    <message>
        <source>Gebucht wird dasselbe, als neue Anfrage: {modules}.</source>
        <translation>The same is booked, as a new request: {modules}.</translation>
    </message>
    <message>
        <source>In diesem Fall ist noch kein Modul gebucht.</source>
        <translation>No module is booked in this case yet.</translation>
    </message>
    <message>
        <source>Agenda, ohne Termine (Tage: {count})</source>
        <translation>Agenda, without dates (days: {count})</translation>
    </message>
    <message>
        <source>Wörter des Hauses ({count})</source>
        <translation>Words of the house ({count})</translation>
    </message>
    <message>
        <source>Rollen des Hauses ({count})</source>
        <translation>Roles of the house ({count})</translation>
    </message>
    <message>
        <source>Eigene Aufgaben der Vorbereitung ({count})</source>
        <translation>Own tasks of the preparation ({count})</translation>
    </message>
    <message>
        <source>Gerüst des Umsetzungsplans (Maßnahmen: {count})</source>
        <translation>Framework of the plan (measures: {count})</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Noch keine Fälle</source>
        <translation>No cases yet</translation>
    </message>
    <message>
        <source>Hier stehen alle Beratungsfälle, geordnet nach dem nächsten Termin. Legen Sie den ersten an, oder notieren Sie eine Anfrage in einer Minute.</source>
        <translation>All cases are listed here, ordered by the next date. Set up the first one, or note a request within a minute.</translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Anfrage notieren</source>
        <translation>Note a request</translation>
    </message>
    <message>
        <source>Die Fälle werden gelesen …</source>
        <translation>Reading the cases …</translation>
    </message>
    <message>
        <source>{count} offen</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>Fälle</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Tafel der Buchungen</source>
        <translation>Board of bookings</translation>
    </message>
    <message>
        <source>Falldatei einlesen</source>
        <translation>Read a case file</translation>
    </message>
    <message>
        <source>Fallliste einlesen (Excel, CSV)</source>
        <translation>Import list of cases (Excel, CSV)</translation>
    </message>
    <message>
        <source>Fälle durchsuchen</source>
        <translation>Search cases</translation>
    </message>
    <message>
        <source>Der Fall ist endgültig gelöscht. Der Nachweis steht in den Einstellungen.</source>
        <translation>The case is erased for good. The record of it is in the settings.</translation>
    </message>
    <message>
        <source>Die Fälle lassen sich gerade nicht lesen.</source>
        <translation>The cases cannot be read at the moment.</translation>
    </message>
</context>
<context>
    <name>ChapterView</name>
    <message>
        <source>Text des Kapitels</source>
        <translation>Text of the chapter</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Eigene Aufgabe</source>
        <translation>Task of your own</translation>
    </message>
    <message>
        <source>Eigene Aufgabe für {module}</source>
        <translation>Task of your own for {module}</translation>
    </message>
    <message>
        <source>Fällig am</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Noch nichts vorzubereiten</source>
        <translation>Nothing to prepare yet</translation>
    </message>
    <message>
        <source>Sobald ein Modul gebucht ist, steht hier, was bis wann zu tun ist – zurückgezählt vom Workshoptag.</source>
        <translation>As soon as a module is booked, this tells what is to be done by when – counted back from the workshop day.</translation>
    </message>
    <message>
        <source>Module wählen</source>
        <translation>Choose modules</translation>
    </message>
    <message>
        <source>„{task}“ ist gelöscht.</source>
        <translation>“{task}” is deleted.</translation>
    </message>
</context>
<context>
    <name>ClarificationPanel</name>
    <message>
        <source>Frage auf die Liste setzen</source>
        <translation>Put a question on the list</translation>
    </message>
    <message>
        <source>{settled} von {count} geklärt, etwa {minutes} min für alles, noch {left} min</source>
        <translation>{settled} of {count} settled, about {minutes} min for all, {left} min left</translation>
    </message>
    <message>
        <source>; in der Agenda stehen {planned} min. Das reicht nicht.</source>
        <translation>; the agenda has {planned} min. That is not enough.</translation>
    </message>
    <message>
        <source>; in der Agenda stehen {planned} min.</source>
        <translation>; the agenda has {planned} min.</translation>
    </message>
    <message>
        <source>Es gibt nichts zu klären.</source>
        <translation>There is nothing to clarify.</translation>
    </message>
    <message>
        <source>Ohne Antworten aus der Vorab-Abfrage stehen hier nur Sperrfragen und Fragen, die über die Phase oder eine Stufe entscheiden.</source>
        <translation>Without answers from the pre-survey, only blocking questions and those that decide the phase or a level stand here.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Stufe {level}</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>Frage auf die Liste setzen …</source>
        <translation>Put a question on the list …</translation>
    </message>
    <message>
        <source>Entfernte zurückholen ({count})</source>
        <translation>Bring back removed ones ({count})</translation>
    </message>
    <message>
        <source>Weiter offen und nicht auf der Liste: {names}.</source>
        <translation>Still open and not on the list: {names}.</translation>
    </message>
    <message>
        <source>Vertraulich, nur in der Vorab-Abfrage und nicht in der Runde: {names}.</source>
        <translation>Confidential, in the pre-survey only and not in the room: {names}.</translation>
    </message>
    <message>
        <source>Strittige Fragen brauchen 5 bis 8 Minuten; die übrigen Minuten sind eigene Annahmen.</source>
        <translation>Disputed questions take 5 to 8 minutes; the other minutes are our own assumptions.</translation>
    </message>
    <message>
        <source>{question} steht auf der Liste, {gone} ist dafür nicht mehr darauf: Zehn Fragen passen.</source>
        <translation>{question} is on the list, {gone} no longer is: it holds ten questions.</translation>
    </message>
    <message>
        <source>{question} ist von der Klärungsliste genommen.</source>
        <translation>{question} was taken off the list.</translation>
    </message>
    <message>
        <source>{count} Antworten bestätigt. Strg+Z nimmt alle zurück.</source>
        <translation>{count} answers confirmed. Ctrl+Z takes all of them back.</translation>
    </message>
</context>
<context>
    <name>ClarificationRow</name>
    <message>
        <source>geklärt</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Nicht mehr festhalten (B)</source>
        <translation>Pin no longer (B)</translation>
    </message>
    <message>
        <source>Auf der Liste festhalten (B)</source>
        <translation>Pin to the list (B)</translation>
    </message>
    <message>
        <source>Nach oben (Alt+Pfeil)</source>
        <translation>Up (Alt+arrow)</translation>
    </message>
    <message>
        <source>Nach unten (Alt+Pfeil)</source>
        <translation>Down (Alt+arrow)</translation>
    </message>
    <message>
        <source>Von der Liste nehmen (Entf)</source>
        <translation>Take off the list (Del)</translation>
    </message>
</context>
<context>
    <name>ClosingPanel</name>
    <message>
        <source>16-Uhr-Paket erstellen</source>
        <translation>Make the closing package</translation>
    </message>
    <message>
        <source>Ordner ändern</source>
        <translation>Change folder</translation>
    </message>
    <message>
        <source>Das Paket kommt nach {folder}</source>
        <translation>The package goes to {folder}</translation>
    </message>
    <message>
        <source>Noch offen</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Teilnahme und Rückmeldung</source>
        <translation>Attendance and feedback</translation>
    </message>
    <message>
        <source>Was im Paket liegt</source>
        <translation>What is in the package</translation>
    </message>
    <message>
        <source>Dieser Tag ist noch nicht abgeschlossen.</source>
        <translation>This day is not closed yet.</translation>
    </message>
    <message>
        <source>Geändert seit Arbeitsstand {number} vom {day}, {time} Uhr. Ein neues Paket wird Arbeitsstand {next}.</source>
        <translation>Changed since working state {number} of {day}, {time}. A new package will be working state {next}.</translation>
    </message>
    <message>
        <source>Arbeitsstand {number} vom {day}, {time} Uhr, seitdem unverändert.</source>
        <translation>Working state {number} of {day}, {time}, unchanged since.</translation>
    </message>
    <message>
        <source>Aufgaben ohne Person oder Termin: {count}</source>
        <translation>Tasks without a person or a date: {count}</translation>
    </message>
    <message>
        <source>Jede Aufgabe hat jemanden und einen Termin.</source>
        <translation>Every task has somebody and a date.</translation>
    </message>
    <message>
        <source>Einträge, die intern bleiben: {count}</source>
        <translation>Entries that stay internal: {count}</translation>
    </message>
    <message>
        <source>Alle Einträge sind freigegeben.</source>
        <translation>All entries are released.</translation>
    </message>
    <message>
        <source>Fotos, die noch folgen: {awaited}, die intern bleiben: {internal}</source>
        <translation>Photos still to come: {awaited}, that stay internal: {internal}</translation>
    </message>
    <message>
        <source>Kein Foto fehlt.</source>
        <translation>No photo is missing.</translation>
    </message>
    <message>
        <source>Entfallene und offene Schritte: {titles}</source>
        <translation>Steps left out and open: {titles}</translation>
    </message>
    <message>
        <source>Alle Schritte sind gelaufen.</source>
        <translation>All steps have been done.</translation>
    </message>
    <message>
        <source>Fragen ohne Antwort: {count}</source>
        <translation>Questions without an answer: {count}</translation>
    </message>
    <message>
        <source>Alle Fragen sind beantwortet.</source>
        <translation>All questions are answered.</translation>
    </message>
    <message>
        <source>Protokoll im Entwurf als PDF und zum Bearbeiten</source>
        <translation>Minutes as a draft, as PDF and to be edited</translation>
    </message>
    <message>
        <source>Fotoprotokoll</source>
        <translation>photo minutes</translation>
    </message>
    <message>
        <source>Aufgabenliste</source>
        <translation>task list</translation>
    </message>
    <message>
        <source>Kurzbericht für die Leitung</source>
        <translation>one page for the mayor</translation>
    </message>
    <message>
        <source>Kalenderdatei mit den Terminen</source>
        <translation>calendar file with the days</translation>
    </message>
    <message>
        <source>eine vorbereitete E-Mail</source>
        <translation>a prepared e-mail</translation>
    </message>
    <message>
        <source>Nur was freigegeben ist, steht darin. Jedes Dokument bleibt im Fall so erhalten, wie es hinausgeht.</source>
        <translation>Only what is released stands in it. Each document stays in the case as it goes out.</translation>
    </message>
    <message>
        <source>{half} {there} von {count}</source>
        <translation>{half} {there} of {count}</translation>
    </message>
    <message>
        <source>Anwesend: {parts}</source>
        <translation>Present: {parts}</translation>
    </message>
    <message>
        <source>Noch niemand ist als anwesend eingetragen.</source>
        <translation>Nobody is entered as present yet.</translation>
    </message>
    <message>
        <source>Ausgefüllte Bögen zurück: {count}</source>
        <translation>Feedback forms returned: {count}</translation>
    </message>
    <message>
        <source>Es wurde noch kein Feedbackbogen ausgegeben.</source>
        <translation>No feedback form has been given out yet.</translation>
    </message>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>CohortPanel</name>
    <message>
        <source>Am weitesten vom Median entfernt</source>
        <translation>Furthest from the median</translation>
    </message>
    <message>
        <source>Die Fälle werden gelesen …</source>
        <translation>Reading the cases …</translation>
    </message>
    <message>
        <source>Es haben noch nicht genug andere Kommunen dieser Art und Größe zugestimmt: Gezeigt wird erst ab fünf, damit sich keine einzelne erkennen lässt.</source>
        <translation>Not enough other communes of this kind and size have agreed yet: figures are shown from five on, so that no single one can be recognised.</translation>
    </message>
    <message>
        <source>Median {median}</source>
        <translation>Median {median}</translation>
    </message>
    <message>
        <source>In den Bericht übernehmen</source>
        <translation>Put into the report</translation>
    </message>
    <message>
        <source>Aus dem Bericht nehmen</source>
        <translation>Take out of the report</translation>
    </message>
    <message>
        <source>Im Ergebnisbericht stehen die Werte vom {day}.</source>
        <translation>The result report holds the figures of {day}.</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Farbe wählen</source>
        <translation>Choose a colour</translation>
    </message>
    <message>
        <source>{colour} übernehmen</source>
        <translation>Use {colour}</translation>
    </message>
    <message>
        <source>Farbe der Dokumente</source>
        <translation>Colour of documents</translation>
    </message>
</context>
<context>
    <name>ColumnNames</name>
    <message>
        <source>Kommune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nächster Termin</source>
        <translation>Next date</translation>
    </message>
    <message>
        <source>Stufen und Modulwert</source>
        <translation>Levels and module score</translation>
    </message>
    <message>
        <source>Fehlt noch</source>
        <translation>Still missing</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Nichts gefunden. Bitte versuchen Sie ein anderes Wort.</source>
        <translation>Nothing found. Please try another word.</translation>
    </message>
</context>
<context>
    <name>CommuneCard</name>
    <message>
        <source>eigener Eintrag</source>
        <translation>own entry</translation>
    </message>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Andere Kommune als {name} wählen</source>
        <translation>Choose a commune other than {name}</translation>
    </message>
</context>
<context>
    <name>CommuneChoice</name>
    <message>
        <source>Drei Buchstaben genügen. Umlaute und „ß“ dürfen auch als ae, oe, ue und ss getippt werden.</source>
        <translation>Three letters are enough. Umlauts and “ß” may also be typed as ae, oe, ue and ss.</translation>
    </message>
    <message>
        <source>Um welche Kommune geht es?</source>
        <translation>Which commune is it about?</translation>
    </message>
</context>
<context>
    <name>CommuneForm</name>
    <message>
        <source>8 Ziffern, freiwillig</source>
        <translation>8 digits, optional</translation>
    </message>
    <message>
        <source>Eintrag anlegen</source>
        <translation>Add entry</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Eigener Eintrag</source>
        <translation>Own entry</translation>
    </message>
    <message>
        <source>Änderungen übernehmen</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Gemeinde</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Stadt</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Stadt mit Sonderstatus</source>
        <translation>Town with special status</translation>
    </message>
    <message>
        <source>Kreisfreie Stadt</source>
        <translation>Independent city</translation>
    </message>
    <message>
        <source>Landkreis</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Einwohnerzahl</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Amtlicher Gemeindeschlüssel</source>
        <translation>Official municipality key (AGS)</translation>
    </message>
</context>
<context>
    <name>CommuneList</name>
    <message>
        <source>Gefundene Kommunen</source>
        <translation>Communes found</translation>
    </message>
    <message>
        <source>„{name}“ als eigenen Eintrag anlegen</source>
        <translation>Add “{name}” as an own entry</translation>
    </message>
</context>
<context>
    <name>CommunePicker</name>
    <message>
        <source>Name, Kreis oder AGS der Kommune</source>
        <translation>Name, district or official key of the commune</translation>
    </message>
</context>
<context>
    <name>CommunesPanel</name>
    <message>
        <source>Hier stehen die Kommunen nebeneinander, sobald zwei Erhebungen Antworten haben. Eine Erhebung für eine Kommune allein legen Sie auf der Seite Erhebung an.</source>
        <translation>The communes stand side by side here as soon as two assessments have answers. An assessment for one commune alone is made on the page Assessment.</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Abstand</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Ergebnis ansehen</source>
        <translation>See the result</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Vergleichen mit</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>Als Dokument</source>
        <translation>As a document</translation>
    </message>
    <message>
        <source>Zu dieser Erhebung gibt es noch keine frühere mit demselben Fragebogen, auch nicht in einem früheren Fall der Kommune. Bei einer Folgeerhebung stehen hier beide nebeneinander.</source>
        <translation>There is no earlier assessment with the same questionnaire yet, nor in an earlier case of the commune. With a follow-up both stand here side by side.</translation>
    </message>
    <message>
        <source>Folgeerhebung anlegen</source>
        <translation>Add a follow-up assessment</translation>
    </message>
    <message>
        <source>Von {before} zu {now}</source>
        <translation>From {before} to {now}</translation>
    </message>
    <message>
        <source>Wie zuvor: {now}</source>
        <translation>As before: {now}</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Zum Bestätigen „{name}“ eintippen</source>
        <translation>To confirm, type “{name}”</translation>
    </message>
    <message>
        <source>Grund für den Nachweis, ohne Namen (freiwillig)</source>
        <translation>Reason for the record, without names (optional)</translation>
    </message>
    <message>
        <source>Alle Rollen, die geantwortet haben, sagen dasselbe. Sehen Sie vorher nach, was übernommen wird.</source>
        <translation>All roles that have answered say the same. See first what will be taken over.</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Eine Antwort bestätigen</source>
        <translation>Confirm one answer</translation>
    </message>
    <message>
        <source>{count} Antworten auf einmal bestätigen</source>
        <translation>Confirm {count} answers at once</translation>
    </message>
    <message>
        <source>Bestätigen</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Zuklappen</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>vertraulich, Antwort verdeckt</source>
        <translation>confidential, answer covered</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Stand hier behalten</source>
        <translation>Keep what is here</translation>
    </message>
    <message>
        <source>Stand der Datei übernehmen</source>
        <translation>Take what the file has</translation>
    </message>
    <message>
        <source>ohne Angabe von Person und Zeit</source>
        <translation>person and time are not known</translation>
    </message>
</context>
<context>
    <name>ConsentLine</name>
    <message>
        <source>Diese Kommune hat zugestimmt, anonym in Vergleiche anderer einzugehen</source>
        <translation>This commune has agreed to be counted anonymously in comparisons of others</translation>
    </message>
    <message>
        <source>zum Beispiel Leitung Hauptamt</source>
        <translation>head of administration, for example</translation>
    </message>
    <message>
        <source>Zugestimmt durch (Funktion, kein Name)</source>
        <translation>Agreed by (function, no name)</translation>
    </message>
    <message>
        <source>Am</source>
        <translation>On</translation>
    </message>
    <message>
        <source>{commune} hat zugestimmt, anonym in Vergleiche anderer einzugehen</source>
        <translation>{commune} agreed to enter comparisons of others anonymously</translation>
    </message>
    <message>
        <source>Ohne Zustimmung geht nichts von dieser Kommune in Vergleiche ein.</source>
        <translation>Without consent nothing of this commune is counted in comparisons.</translation>
    </message>
    <message>
        <source>Am {day} widerrufen: Nichts von dieser Kommune geht mehr in Vergleiche ein.</source>
        <translation>Withdrawn on {day}: nothing of this commune is counted in comparisons any more.</translation>
    </message>
    <message>
        <source>Vermerkt von {name}. Die Kommune kann jederzeit widerrufen.</source>
        <translation>Noted by {name}. The commune can withdraw at any time.</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Person entfernen</source>
        <translation>Remove person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Funktion</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Rollen</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Aufbewahren bis</source>
        <translation>Keep until</translation>
    </message>
</context>
<context>
    <name>ContactsStep</name>
    <message>
        <source>Person hinzufügen</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Mit wem sprechen Sie?</source>
        <translation>Who do you talk to?</translation>
    </message>
    <message>
        <source>Eine Person genügt für den Anfang. Namen und Nummern bleiben getrennt vom Verlauf des Falls.</source>
        <translation>One person is enough to begin with. Names and numbers are kept apart from the history of the case.</translation>
    </message>
    <message>
        <source>So spricht dieses Haus</source>
        <translation>The words this house uses</translation>
    </message>
    <message>
        <source>Diese Wörter stehen in allen Dokumenten des Falls.</source>
        <translation>These words appear in all documents of the case.</translation>
    </message>
    <message>
        <source>Rollen im Haus</source>
        <translation>Roles in the house</translation>
    </message>
    <message>
        <source>Wie eine Funktion hier heißt, und wer sie mit übernimmt, wenn es sie nicht gibt.</source>
        <translation>What a position is called here, and who takes it on where it does not exist.</translation>
    </message>
    <message>
        <source>{name} ist keine Ansprechperson mehr.</source>
        <translation>{name} is no longer a contact.</translation>
    </message>
    <message>
        <source>Die Person</source>
        <translation>The person</translation>
    </message>
</context>
<context>
    <name>ContentsList</name>
    <message>
        <source>Im Handbuch suchen</source>
        <translation>Search the handbook</translation>
    </message>
    <message>
        <source>Kapitel</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>Nichts gefunden. Bitte versuchen Sie ein anderes oder ein kürzeres Wort.</source>
        <translation>Nothing found. Please try another or a shorter word.</translation>
    </message>
    <message>
        <source>Zum Anfang</source>
        <translation>Introduction</translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message>
        <source>Jetzt neu öffnen</source>
        <translation>Open anew now</translation>
    </message>
    <message>
        <source>Inhalte</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Im Paket suchen</source>
        <translation>Search the pack</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Pakete prüfen</source>
        <translation>Check packs</translation>
    </message>
    <message>
        <source>Arbeitsmappe einlesen</source>
        <translation>Take in a workbook</translation>
    </message>
    <message>
        <source>Paketordner einlesen</source>
        <translation>Take in a pack’s folder</translation>
    </message>
    <message>
        <source>Die Pakete haben sich geändert. Was hier steht, gilt erst, wenn die Daten neu geöffnet sind; bis dahin arbeitet das Programm mit den bisherigen. Begonnene Fälle behalten ihre Fragebögen.</source>
        <translation>The packs have changed. What is shown here holds once the data are opened anew; until then the program works with the former ones. Cases that were begun keep their questionnaires.</translation>
    </message>
    <message>
        <source>Die Daten sind neu geöffnet.</source>
        <translation>The data were opened anew.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Kopie zum Bearbeiten: Word oder Excel</source>
        <translation>Copy to edit: Word or Excel</translation>
    </message>
    <message>
        <source>Kopie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Word (.docx), das ganze Dokument</source>
        <translation>Word (.docx), the whole document</translation>
    </message>
    <message>
        <source>Excel (.xlsx), nur die Tabellen</source>
        <translation>Excel (.xlsx), the tables only</translation>
    </message>
</context>
<context>
    <name>CostSection</name>
    <message>
        <source>Kosten</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>Personalaufwand</source>
        <translation>Staff effort</translation>
    </message>
    <message>
        <source>Wer ist mit wie viel Zeit gebunden?</source>
        <translation>Who is needed, and for how long?</translation>
    </message>
    <message>
        <source>Betrag</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Im Verbund</source>
        <translation>In an alliance</translation>
    </message>
    <message>
        <source>gemeinsam</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>Einmalige externe Kosten</source>
        <translation>One-off external costs</translation>
    </message>
    <message>
        <source>Puffer</source>
        <translation>Contingency</translation>
    </message>
    <message>
        <source>Interne Stunden</source>
        <translation>Internal hours</translation>
    </message>
    <message>
        <source>Stundensatz</source>
        <translation>Hourly rate</translation>
    </message>
    <message>
        <source>Folgekosten im Jahr</source>
        <translation>Running costs a year</translation>
    </message>
    <message>
        <source>Kommunen im Verbund</source>
        <translation>Communes in the alliance</translation>
    </message>
    <message>
        <source>Förderquote</source>
        <translation>Funding quota</translation>
    </message>
</context>
<context>
    <name>CostSummary</name>
    <message>
        <source>Puffer {percent} %</source>
        <translation>Contingency {percent} %</translation>
    </message>
    <message>
        <source>Interne Stunden: {hours} h zu {rate}</source>
        <translation>Internal hours: {hours} h at {rate}</translation>
    </message>
    <message>
        <source>Im Verbund mit {communes} Kommunen bei {percent} % Förderung</source>
        <translation>In an alliance of {communes} communes at {percent} % funding</translation>
    </message>
    <message>
        <source>Einzelsumme mal {communes}</source>
        <translation>One commune’s total times {communes}</translation>
    </message>
    <message>
        <source>Externe Kosten</source>
        <translation>External costs</translation>
    </message>
    <message>
        <source>Einmalig für eine Kommune</source>
        <translation>One-off, for one commune</translation>
    </message>
    <message>
        <source>Folgekosten im Jahr</source>
        <translation>Running costs a year</translation>
    </message>
    <message>
        <source>Rechenweise</source>
        <translation>Calculation</translation>
    </message>
    <message>
        <source>Gesamt</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>nach Förderung</source>
        <translation>after funding</translation>
    </message>
    <message>
        <source>je Kommune</source>
        <translation>per commune</translation>
    </message>
    <message>
        <source>Extern, Gemeinsames einmal</source>
        <translation>External, shared items once</translation>
    </message>
    <message>
        <source>Die erste Rechenweise zählt gemeinsame Zeilen einmal, die übrigen je Kommune, mit Puffer und ohne interne Stunden. Die zweite vervielfacht die ganze Einzelsumme. Quote, Frist und die Förderfähigkeit interner Stunden sind vor dem Antrag zu prüfen.</source>
        <translation>The first calculation counts shared lines once and the others per commune, with contingency and without internal hours. The second multiplies one commune’s whole total. Quota, deadline and whether internal hours are eligible are to be checked before an application.</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Vertraulich: nur in der Vorab-Abfrage; zum Bearbeiten aufdecken</source>
        <translation>Confidential: pre-survey only; reveal it to edit it</translation>
    </message>
    <message>
        <source>Aufdecken</source>
        <translation>Reveal</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Im Programm ist ein Fehler aufgetreten</source>
        <translation>Something went wrong in the program</translation>
    </message>
    <message>
        <source>Die Details stehen ohne Ihre Eingaben in „{file}“.</source>
        <translation>The details are in “{file}”, without anything you typed.</translation>
    </message>
    <message>
        <source>Details des Fehlers</source>
        <translation>Details of the error</translation>
    </message>
    <message>
        <source>Details ansehen</source>
        <translation>View details</translation>
    </message>
    <message>
        <source>Details kopieren</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Weiterarbeiten</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>Alles, was als gesichert angezeigt wurde, ist erhalten.</source>
        <translation>Everything that was shown as saved is kept.</translation>
    </message>
    <message>
        <source>Auch was Sie zuletzt eingegeben haben, ist gesichert.</source>
        <translation>What you typed last is saved as well.</translation>
    </message>
    <message>
        <source>Ihre letzte Eingabe ließ sich nicht sichern; bitte kopieren Sie sie aus dem Feld. Alles davor ist erhalten.</source>
        <translation>What you typed last could not be saved; please copy it from its field. Everything before it is kept.</translation>
    </message>
    <message>
        <source>Sie können weiterarbeiten. Bitte geben Sie die Details an Ihre IT, wenn es wieder geschieht.</source>
        <translation>You can go on working. Please pass the details to your IT department if it happens again.</translation>
    </message>
    <message>
        <source>Details kopiert</source>
        <translation>Details copied</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Daten und Technik</source>
        <translation>Data and technology</translation>
    </message>
    <message>
        <source>Datenquelle</source>
        <translation>Data source</translation>
    </message>
    <message>
        <source>Personenbezug</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Veröffentlichung</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Technik</source>
        <translation>Technology</translation>
    </message>
    <message>
        <source>Schnittstellen</source>
        <translation>Interfaces</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>Standards</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>TT.MM.JJJJ</source>
        <translation>DD/MM/YYYY</translation>
    </message>
    <message>
        <source>Im Kalender wählen</source>
        <translation>Choose in the calendar</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>DatesStep</name>
    <message>
        <source>Beamer, Stellwände, Zugang, Verpflegung, Ansprechperson vor Ort</source>
        <translation>Projector, pinboards, access, catering, contact on site</translation>
    </message>
    <message>
        <source>Sobald ein Modul gewählt ist, können Sie hier seine Tage eintragen.</source>
        <translation>Once a module is chosen, you can enter its days here.</translation>
    </message>
    <message>
        <source>Wann und wo?</source>
        <translation>When and where?</translation>
    </message>
    <message>
        <source>Was noch nicht feststeht, bleibt leer. Die Agenda jedes Tages lässt sich später ändern.</source>
        <translation>Leave empty what is not settled yet. The agenda of each day can be changed later.</translation>
    </message>
    <message>
        <source>Raum und Technik</source>
        <translation>Room and equipment</translation>
    </message>
    <message>
        <source>Tag für Modul {number} hinzufügen …</source>
        <translation>Add a day for module {number} …</translation>
    </message>
    <message>
        <source>Leerer Tag</source>
        <translation>Empty day</translation>
    </message>
    <message>
        <source>Workshop Tag {number}</source>
        <translation>Workshop day {number}</translation>
    </message>
    <message>
        <source>„{title}“ ist entfernt.</source>
        <translation>“{title}” has been removed.</translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>Beginn</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Rathaus, Saal 2</source>
        <translation>Town hall, room 2</translation>
    </message>
    <message>
        <source>Tag entfernen</source>
        <translation>Remove day</translation>
    </message>
    <message>
        <source>Bezeichnung</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>Workshoptag</source>
        <translation>Workshop day</translation>
    </message>
    <message>
        <source>Tage hinzufügen oder entfernen</source>
        <translation>Add or remove days</translation>
    </message>
    <message>
        <source>Agenda drucken ({keys})</source>
        <translation>Print the agenda ({keys})</translation>
    </message>
    <message>
        <source>Kalenderdatei für Einladungen sichern (.ics)</source>
        <translation>Save a calendar file for invitations (.ics)</translation>
    </message>
    <message>
        <source>Datum, Beginn, Ende und Ort ändern</source>
        <translation>Change date, start, end and place</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Vereinbartes Ende</source>
        <translation>Agreed end</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Noch ohne Datum</source>
        <translation>No date yet</translation>
    </message>
    <message>
        <source>{begin}–{end} Uhr</source>
        <translation>{begin}–{end}</translation>
    </message>
</context>
<context>
    <name>DayOffer</name>
    <message>
        <source>Noch kein Workshoptag</source>
        <translation>No workshop day yet</translation>
    </message>
    <message>
        <source>Leerer Tag</source>
        <translation>Empty day</translation>
    </message>
    <message>
        <source>Hier stehen die Schritte des Tages mit Uhrzeit, Moderation und Notizen. Welcher Tag ist es?</source>
        <translation>The steps of the day are listed here with times, facilitation and notes. Which day is it?</translation>
    </message>
    <message>
        <source>Zu den gebuchten Modulen gibt es keine Vorlage. Ein leerer Tag nimmt eigene Schritte auf.</source>
        <translation>There is no template for the booked modules. An empty day takes steps of your own.</translation>
    </message>
    <message>
        <source>{count} Schritte, {length}</source>
        <translation>{count} steps, {length}</translation>
    </message>
</context>
<context>
    <name>DayOutput</name>
    <message>
        <source>Workshop {day}.ics</source>
        <translation>Workshop {day}.ics</translation>
    </message>
    <message>
        <source>Kalenderdatei sichern</source>
        <translation>Save calendar file</translation>
    </message>
    <message>
        <source>Kalender (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Gespeichert in {path}.</source>
        <translation>Saved in {path}.</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Schritt einfügen</source>
        <translation>Insert step</translation>
    </message>
    <message>
        <source>Hinzufügen: {title}</source>
        <translation>Add: {title}</translation>
    </message>
    <message>
        <source>Hinzufügen: leerer Tag</source>
        <translation>Add: empty day</translation>
    </message>
    <message>
        <source>Schritte an diesen Tag anhängen</source>
        <translation>Append steps to this day</translation>
    </message>
    <message>
        <source>Diesen Tag entfernen</source>
        <translation>Remove this day</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Antwort behalten</source>
        <translation>Keep answer</translation>
    </message>
    <message>
        <source>Offen lassen</source>
        <translation>Leave open</translation>
    </message>
    <message>
        <source>Unbekannt</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Trifft nicht zu</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Frage davor</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <source>Nächste Frage</source>
        <translation>Next question</translation>
    </message>
    <message>
        <source>Die neue Frage lässt die bisherige Antwort nicht zu.</source>
        <translation>The new question does not take the former answer.</translation>
    </message>
    <message>
        <source>Antwort behalten (B)</source>
        <translation>Keep answer (B)</translation>
    </message>
    <message>
        <source>Die neue Frage trifft immer zu.</source>
        <translation>The new question always applies.</translation>
    </message>
    <message>
        <source>Trifft nicht zu (N)</source>
        <translation>Not applicable (N)</translation>
    </message>
</context>
<context>
    <name>DecisionPart</name>
    <message>
        <source>Vorschlag zur Phase</source>
        <translation>Suggestion for the phase</translation>
    </message>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
    <message>
        <source>Was entsteht?</source>
        <translation>What is to be made?</translation>
    </message>
    <message>
        <source>Entschieden am</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Ein Gremium oder eine Funktion, kein Name</source>
        <translation>A body or a function, no name</translation>
    </message>
    <message>
        <source>Entschieden von</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Begründung</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Warum dieser Weg?</source>
        <translation>Why this way?</translation>
    </message>
    <message>
        <source>Zum Anwendungsfall</source>
        <translation>To the use case</translation>
    </message>
    <message>
        <source>Zum Umsetzungsplan</source>
        <translation>To the implementation plan</translation>
    </message>
    <message>
        <source>unbestimmt</source>
        <translation>not determined</translation>
    </message>
    <message>
        <source>Als entschieden wurde, war die Phase {before}; heute ist sie {now}.</source>
        <translation>When this was decided, the phase was {before}; today it is {now}.</translation>
    </message>
    <message>
        <source>Das ist ein Vorschlag; entscheiden muss die Kommune.</source>
        <translation>This is a suggestion; the commune has to decide.</translation>
    </message>
    <message>
        <source>Solange Antworten fehlen, ist auch möglich: {words}</source>
        <translation>While answers are missing, this is possible, too: {words}</translation>
    </message>
</context>
<context>
    <name>DecisionSection</name>
    <message>
        <source>Entscheidung</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Wer hat was beschlossen?</source>
        <translation>Who decided what?</translation>
    </message>
    <message>
        <source>Entschieden am</source>
        <translation>Decided on</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Kurz</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Vollständig</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Maßnahme löschen (Entf)</source>
        <translation>Delete measure (Del)</translation>
    </message>
    <message>
        <source>Bearbeiten</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Fertig (Esc)</source>
        <translation>Done (Esc)</translation>
    </message>
    <message>
        <source>Plankopf</source>
        <translation>Head of the plan</translation>
    </message>
    <message>
        <source>nach {names}</source>
        <translation>after {names}</translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Stufe</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Wert</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Lücke</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>So berechnet</source>
        <translation>How it was computed</translation>
    </message>
    <message>
        <source>Zielstufe {dimension}</source>
        <translation>Target level {dimension}</translation>
    </message>
    <message>
        <source>Zielstufe in zwei bis drei Jahren; * ist angenommen, bis Sie eine setzen.</source>
        <translation>Target level in two to three years; * is assumed until you set one.</translation>
    </message>
</context>
<context>
    <name>DocumentColumn</name>
    <message>
        <source>Dokument suchen</source>
        <translation>Find a document</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Mehrere Dokumente auf einmal drucken</source>
        <translation>Print several documents at once</translation>
    </message>
    <message>
        <source>Druckpaket</source>
        <translation>Print pack</translation>
    </message>
    <message>
        <source>Kein Dokument heißt so.</source>
        <translation>No document is called that.</translation>
    </message>
    <message>
        <source>{count} zur Auswahl</source>
        <translation>{count} to choose from</translation>
    </message>
    <message>
        <source>verschieden</source>
        <translation>various</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>DocumentsField</name>
    <message>
        <source>{title} gehört nicht mehr zum Schritt</source>
        <translation>{title} no longer belongs to the step</translation>
    </message>
    <message>
        <source>Dokument hinzufügen</source>
        <translation>Add a document</translation>
    </message>
</context>
<context>
    <name>DocumentsHead</name>
    <message>
        <source>Worum es geht</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>intern – nicht weitergeben</source>
        <translation>internal – do not pass on</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>Übergabe</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Übergeben …</source>
        <translation>Hand over …</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Dokument suchen</source>
        <translation>Find a document</translation>
    </message>
    <message>
        <source>Dokument</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Druckpaket zusammenstellen</source>
        <translation>Put a print pack together</translation>
    </message>
    <message>
        <source>Druckpaket als PDF speichern</source>
        <translation>Save the print pack as a PDF</translation>
    </message>
    <message>
        <source>Druckpaket drucken</source>
        <translation>Print the print pack</translation>
    </message>
    <message>
        <source>Druckpaket verlassen</source>
        <translation>Leave the print pack</translation>
    </message>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Drucken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Im Dokument suchen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Vorschau zeigen</source>
        <translation>Show preview</translation>
    </message>
    <message>
        <source>Texte bearbeiten</source>
        <translation>Edit texts</translation>
    </message>
    <message>
        <source>Übergeben</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Kopie zum Bearbeiten (Word)</source>
        <translation>Copy to edit (Word)</translation>
    </message>
    <message>
        <source>Tabellen zum Bearbeiten (Excel)</source>
        <translation>Tables to edit (Excel)</translation>
    </message>
    <message>
        <source>Dieses Dokument gehört zu keinem Modul, das der Fall gebucht hat.</source>
        <translation>This document belongs to no module that the case has booked.</translation>
    </message>
    <message>
        <source>Diese Zeichen kennt die Schrift des Dokuments nicht, sie stehen dort als □: {signs}</source>
        <translation>The document’s font lacks these characters; they appear there as □: {signs}</translation>
    </message>
</context>
<context>
    <name>DocumentsSection</name>
    <message>
        <source>Für Linien, Diagramme und Verweise. Leer gilt das mitgelieferte Blaugrün.</source>
        <translation>For lines, charts and links. Empty means the shipped blue-green.</translation>
    </message>
    <message>
        <source>Farbe</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>Logo wählen</source>
        <translation>Choose a logo</translation>
    </message>
    <message>
        <source>Logo entfernen</source>
        <translation>Remove the logo</translation>
    </message>
    <message>
        <source>Dokumente: Farbe und Logo</source>
        <translation>Documents: colour and logo</translation>
    </message>
    <message>
        <source>Bilder (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif)</translation>
    </message>
    <message>
        <source>Das Logo steht auf der ersten Seite der Dokumente.</source>
        <translation>The logo stands on the first page of documents.</translation>
    </message>
    <message>
        <source>Dokumente haben kein Logo mehr.</source>
        <translation>Documents have no logo any more.</translation>
    </message>
    <message>
        <source>Noch kein Logo. Es steht oben rechts auf der ersten Seite; der Grund soll weiß sein.</source>
        <translation>No logo yet. It stands at the top right of the first page; its ground should be white.</translation>
    </message>
</context>
<context>
    <name>DotsCard</name>
    <message>
        <source>Anwesende</source>
        <translation>People present</translation>
    </message>
    <message>
        <source>Punkte je Person</source>
        <translation>Dots for each person</translation>
    </message>
    <message>
        <source>Aufdecken</source>
        <translation>Reveal</translation>
    </message>
    <message>
        <source>Aufdecken (Eingabe)</source>
        <translation>Reveal (Enter)</translation>
    </message>
    <message>
        <source>Zahlen ändern</source>
        <translation>Change numbers</translation>
    </message>
    <message>
        <source>Neue Punktabfrage</source>
        <translation>New dot vote</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Sichtbarkeit der Punkte</source>
        <translation>Visibility of the dots</translation>
    </message>
    <message>
        <source>{areas} in die Erhebung übernehmen</source>
        <translation>Take {areas} over into the assessment</translation>
    </message>
    <message>
        <source>Die Bereiche mit den meisten Punkten sind in der Erhebung gewählt.</source>
        <translation>The areas with the most dots are chosen in the assessment.</translation>
    </message>
    <message>
        <source>Zu viele Punkte: {excess} mehr, als {present} Personen mit je {each} haben.</source>
        <translation>Too many dots: {excess} more than {present} people with {each} each have.</translation>
    </message>
    <message>
        <source>1 bis 8 zählen je einen Punkt, Rück nimmt den letzten zurück, Z tippt Zahlen, Eingabe deckt auf.</source>
        <translation>1 to 8 count one dot each, Backspace takes the last one back, Z types numbers, Enter reveals.</translation>
    </message>
    <message>
        <source>Punktabfrage</source>
        <translation>Dot vote</translation>
    </message>
    <message>
        <source>Anwesend</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Zahlen auf Papier</source>
        <translation>Numbers on paper</translation>
    </message>
</context>
<context>
    <name>DotsCount</name>
    <message>
        <source>Punkte für {area}</source>
        <translation>Dots for {area}</translation>
    </message>
    <message>
        <source>{name}: einer mehr</source>
        <translation>{name}: one more</translation>
    </message>
</context>
<context>
    <name>EFileHead</name>
    <message>
        <source>E-Akte</source>
        <translation>E-file</translation>
    </message>
    <message>
        <source>Bereiche</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Weg</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>Aktenplan</source>
        <translation>Filing plan</translation>
    </message>
    <message>
        <source>Übung</source>
        <translation>Exercise</translation>
    </message>
    <message>
        <source>Scannen</source>
        <translation>Scanning</translation>
    </message>
    <message>
        <source>Einführung</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: Unterlagen, Aktenplan einlesen</source>
        <translation>More: papers, read filing plan</translation>
    </message>
    <message>
        <source>Anforderungsliste</source>
        <translation>List of requirements</translation>
    </message>
    <message>
        <source>Checkliste zum Ausfüllen</source>
        <translation>Checklist to fill in</translation>
    </message>
    <message>
        <source>Übungsblatt Aktenplan</source>
        <translation>Worksheet filing plan</translation>
    </message>
    <message>
        <source>Lösung zur Übung</source>
        <translation>Solution of the exercise</translation>
    </message>
    <message>
        <source>Aktenplan einlesen …</source>
        <translation>Read filing plan …</translation>
    </message>
    <message>
        <source>Aktenplan als CSV …</source>
        <translation>Filing plan as CSV …</translation>
    </message>
</context>
<context>
    <name>EFilePage</name>
    <message>
        <source>E-Akte</source>
        <translation>E-file</translation>
    </message>
    <message>
        <source>Funktionsbereiche</source>
        <translation>Functional areas</translation>
    </message>
    <message>
        <source>Weg eines Schriftstücks</source>
        <translation>Way of a document</translation>
    </message>
    <message>
        <source>Aktenplan</source>
        <translation>Filing plan</translation>
    </message>
    <message>
        <source>Übung zum Aktenplan</source>
        <translation>Exercise on the filing plan</translation>
    </message>
    <message>
        <source>Posteingang und Scannen</source>
        <translation>Intake and scanning</translation>
    </message>
    <message>
        <source>Einführung nach Ämtern</source>
        <translation>Rollout by office</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Anforderungsliste ansehen</source>
        <translation>Look at list of requirements</translation>
    </message>
    <message>
        <source>Übungsblatt Aktenplan ansehen</source>
        <translation>Look at worksheet filing plan</translation>
    </message>
    <message>
        <source>Aktenplan als CSV …</source>
        <translation>Filing plan as CSV …</translation>
    </message>
    <message>
        <source>Aktenplan einlesen …</source>
        <translation>Read filing plan …</translation>
    </message>
    <message>
        <source>Bereiche mit Bedarf: {needed}, mit Lücke: {gaps}</source>
        <translation>Areas with a need: {needed}, with a gap: {gaps}</translation>
    </message>
    <message>
        <source>1 Eintrag übernommen.</source>
        <translation>1 entry taken over.</translation>
    </message>
    <message>
        <source>{count} Einträge übernommen.</source>
        <translation>{count} entries taken over.</translation>
    </message>
    <message>
        <source>Aktenplan speichern</source>
        <translation>Save filing plan</translation>
    </message>
    <message>
        <source>Tabellen (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>Frühere und weitere Buchungen der Kommune</source>
        <translation>Earlier and further bookings of the municipality</translation>
    </message>
    <message>
        <source>Aus anderen Fällen, auch aus der Zeit vor einem Zusammenschluss. Was gefördert ist, zählt bei der Förderung mit.</source>
        <translation>From other cases, also from the time before a merger. What is funded counts when funding is checked.</translation>
    </message>
    <message>
        <source>Fall öffnen</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Fall mit {module} öffnen</source>
        <translation>Open the case with {module}</translation>
    </message>
</context>
<context>
    <name>EntriesPanel</name>
    <message>
        <source>Alle Arten</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Jede Sichtbarkeit</source>
        <translation>Any visibility</translation>
    </message>
    <message>
        <source>Sichtbarkeit</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>nur Offenes</source>
        <translation>only what is open</translation>
    </message>
    <message>
        <source>Aufgaben in den Umsetzungsplan</source>
        <translation>Tasks into the plan</translation>
    </message>
    <message>
        <source>Notieren</source>
        <translation>Note down</translation>
    </message>
    <message>
        <source>Noch keine Einträge</source>
        <translation>No entries yet</translation>
    </message>
    <message>
        <source>Hier stehen Notizen, Beschlüsse, Aufgaben und offene Punkte dieses Tages, Schritt für Schritt. Strg+M notiert von jeder Seite aus.</source>
        <translation>Notes, decisions, tasks and open points of this day stand here, step by step. Ctrl+M takes a note from any page.</translation>
    </message>
    <message>
        <source>Zum ganzen Tag</source>
        <translation>On the day as a whole</translation>
    </message>
    <message>
        <source>Kein Eintrag passt zu dieser Auswahl.</source>
        <translation>No entry fits this selection.</translation>
    </message>
    <message>
        <source>{count} Einträge</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>1 Eintrag</source>
        <translation>1 entry</translation>
    </message>
    <message>
        <source>{shown} von {count} Einträgen</source>
        <translation>{shown} of {count} entries</translation>
    </message>
    <message>
        <source>{count} fürs Protokoll freigeben</source>
        <translation>Release {count} for the minutes</translation>
    </message>
</context>
<context>
    <name>EntryDetail</name>
    <message>
        <source>Diesen Stand wiederherstellen</source>
        <translation>Restore this state</translation>
    </message>
    <message>
        <source>{day}, {time} Uhr</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>an {device}</source>
        <translation>on {device}</translation>
    </message>
    <message>
        <source>Grund: {why}</source>
        <translation>Reason: {why}</translation>
    </message>
    <message>
        <source>Das ist ein neuer Schritt und lässt sich zurücknehmen.</source>
        <translation>This is a new step and can be undone.</translation>
    </message>
    <message>
        <source>leer</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>vorher</source>
        <translation>before</translation>
    </message>
    <message>
        <source>nachher</source>
        <translation>after</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Wortlaut</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Rolle oder Amt</source>
        <translation>Role or office</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Bis wann</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>until</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>erledigt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Sichtbarkeit</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>Als Maßnahme in den Umsetzungsplan (M)</source>
        <translation>As a measure into the plan (M)</translation>
    </message>
    <message>
        <source>Entfernen (Entf)</source>
        <translation>Remove (Del)</translation>
    </message>
    <message>
        <source>Maßnahme {measure}</source>
        <translation>Measure {measure}</translation>
    </message>
    <message>
        <source>Sichtbarkeit: {word}. F gibt frei.</source>
        <translation>Visibility: {word}. F releases.</translation>
    </message>
    <message>
        <source>wer fehlt</source>
        <translation>who is missing</translation>
    </message>
    <message>
        <source>bis wann fehlt</source>
        <translation>until when is missing</translation>
    </message>
</context>
<context>
    <name>ErasingDialog</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Es wird gelöscht</source>
        <translation>Erasing</translation>
    </message>
</context>
<context>
    <name>ErasingSection</name>
    <message>
        <source>Personendaten löschen …</source>
        <translation>Erase personal data …</translation>
    </message>
    <message>
        <source>Ganzen Fall löschen …</source>
        <translation>Erase the whole case …</translation>
    </message>
    <message>
        <source>Ältere Sicherungen löschen …</source>
        <translation>Erase older backups …</translation>
    </message>
    <message>
        <source>Endgültig löschen</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Gelöschtes verschwindet aus der Datenbank, aus dem Verlauf und aus neuen Sicherungen. Dokumente und Falldateien, die Sie anderswo gespeichert oder weitergegeben haben, löschen Sie bitte selbst.</source>
        <translation>What is erased vanishes from the database, the history and new backups. Documents and case files that you have stored or passed on elsewhere must be deleted by yourself.</translation>
    </message>
    <message>
        <source>Sicherungen von vor der letzten Löschung: {count}. Sie können Gelöschtes noch enthalten, bei täglicher Arbeit bis {day}, bei seltener Arbeit länger.</source>
        <translation>Backups from before the last erasing: {count}. They may still hold what was erased, with daily work until {day}, with less frequent work longer.</translation>
    </message>
    <message>
        <source>Beiseitegelegte Datenbestände und unlesbare Sicherungen von vor der letzten Löschung: {count}. Sie bleiben, bis Sie sie hier löschen.</source>
        <translation>Data kept aside and unreadable backups from before the last erasing: {count}. They stay until you erase them here.</translation>
    </message>
    <message>
        <source>Der zweite Sicherungsort ist gerade nicht erreichbar; dort können weitere liegen.</source>
        <translation>The second place of backups cannot be reached now; there may be more.</translation>
    </message>
    <message>
        <source>Alle Personen, alle Fotos, angehängten Dateien und Dateien übergebener Dokumente und in allen Texten die Namen der Personen, E-Mail-Adressen und Telefonnummern werden gelöscht. Antworten und Plan bleiben. Das lässt sich nicht rückgängig machen.</source>
        <translation>All people, all photos, attached files and files of documents that were handed over, and in all texts the names of the people, e-mail addresses and telephone numbers will be erased. Answers and plan stay. This cannot be undone.</translation>
    </message>
    <message>
        <source>Der Fall wird mit allen Antworten, Plänen, Fotos, übergebenen Dokumenten und seinem Verlauf gelöscht. Das lässt sich nicht rückgängig machen.</source>
        <translation>The case will be erased with all answers, plans, photos, documents handed over and its history. This cannot be undone.</translation>
    </message>
    <message>
        <source>Personendaten endgültig löschen</source>
        <translation>Erase personal data for good</translation>
    </message>
    <message>
        <source>Fall endgültig löschen</source>
        <translation>Erase the case for good</translation>
    </message>
    <message>
        <source>Zuerst entsteht eine neue, geprüfte Sicherung; dann werden die älteren an beiden Orten gelöscht, ebenso beiseitegelegte Datenbestände. Auf einen früheren Stand können Sie danach nicht mehr zurück, auch nicht bei anderen Fällen.</source>
        <translation>First a new, verified backup is made; then the older ones in both places are erased, and data kept aside as well. After that you cannot go back to an earlier state, not for other cases either.</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Ältere Sicherungen löschen</source>
        <translation>Erase older backups</translation>
    </message>
</context>
<context>
    <name>EvidenceGroups</name>
    <message>
        <source>Fotos, die noch folgen</source>
        <translation>Photos still to come</translation>
    </message>
</context>
<context>
    <name>EvidenceIntake</name>
    <message>
        <source>Bild aus der Zwischenablage</source>
        <translation>Picture from the clipboard</translation>
    </message>
    <message>
        <source>In der Zwischenablage liegt weder ein Bild noch eine Datei.</source>
        <translation>The clipboard holds neither a picture nor a file.</translation>
    </message>
    <message>
        <source>Foto vorgemerkt: {subject}. „Nachweise“ ordnet es später nach der Uhrzeit zu.</source>
        <translation>Photo to follow: {subject}. “Evidence” assigns it later by its time.</translation>
    </message>
    <message>
        <source>Nachweis hinzugefügt: {subject}</source>
        <translation>Evidence added: {subject}</translation>
    </message>
    <message>
        <source>{count} Nachweise hinzugefügt: {subject}</source>
        <translation>{count} pieces of evidence added: {subject}</translation>
    </message>
    <message>
        <source>Schon da: „{title}“</source>
        <translation>There already: “{title}”</translation>
    </message>
    <message>
        <source>{count} Nachweise sind schon da.</source>
        <translation>{count} pieces of evidence are there already.</translation>
    </message>
    <message>
        <source>Gespeichert in {file}. Diese Kopie ist nicht verschlüsselt.</source>
        <translation>Saved to {file}. This copy is not encrypted.</translation>
    </message>
    <message>
        <source>Weitere nicht übernommene Dateien: {count}.</source>
        <translation>More files that were not taken over: {count}.</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Nachweis hinzufügen</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Fotos einlesen</source>
        <translation>Read in photos</translation>
    </message>
    <message>
        <source>Noch keine Nachweise</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>Hier stehen Fotos von Flipcharts, Bildschirmfotos und Dateien, nach Fragen und Schritten geordnet. Sie werden verschlüsselt gespeichert; aus Fotos werden Ort und Kameradaten entfernt.</source>
        <translation>Photos of flipcharts, screenshots and files stand here, sorted by questions and steps. They are stored encrypted; place and camera data are removed from photos.</translation>
    </message>
    <message>
        <source>Fotos einer Kamera einlesen</source>
        <translation>Read in photos of a camera</translation>
    </message>
    <message>
        <source>Nachweise</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>{count} Fotos</source>
        <translation>{count} photos</translation>
    </message>
    <message>
        <source>1 Foto</source>
        <translation>1 photo</translation>
    </message>
    <message>
        <source>{count} Dateien</source>
        <translation>{count} files</translation>
    </message>
    <message>
        <source>1 Datei</source>
        <translation>1 file</translation>
    </message>
    <message>
        <source>{count} folgen noch</source>
        <translation>{count} still to come</translation>
    </message>
    <message>
        <source>Ordner mit Fotos wählen</source>
        <translation>Choose a folder with photos</translation>
    </message>
    <message>
        <source>In „{folder}“ liegen keine Fotos.</source>
        <translation>There are no photos in “{folder}”.</translation>
    </message>
    <message>
        <source>1 Foto übernommen. Strg+Z nimmt das zurück.</source>
        <translation>1 photo taken over. Ctrl+Z takes that back.</translation>
    </message>
    <message>
        <source>{count} Fotos übernommen. Strg+Z nimmt das zurück.</source>
        <translation>{count} photos taken over. Ctrl+Z takes that back.</translation>
    </message>
</context>
<context>
    <name>EvidencePicture</name>
    <message>
        <source>Die Datei fehlt oder ist beschädigt.</source>
        <translation>The file is missing or damaged.</translation>
    </message>
</context>
<context>
    <name>EvidenceStrip</name>
    <message>
        <source>Foto oder Datei hinzufügen, auch durch Ablegen auf der Seite oder mit {keys}</source>
        <translation>Add a photo or file, also by dropping it on the page or with {keys}</translation>
    </message>
    <message>
        <source>Nachweis hinzufügen</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>Merkt diese Stelle und die Uhrzeit vor; „Nachweise“ ordnet das Foto später zu</source>
        <translation>Notes this place and the time; “Evidence” assigns the photo later</translation>
    </message>
    <message>
        <source>Foto folgt</source>
        <translation>Photo to follow</translation>
    </message>
    <message>
        <source>Nachweise: {count}</source>
        <translation>Evidence: {count}</translation>
    </message>
</context>
<context>
    <name>EvidenceTile</name>
    <message>
        <source>Foto folgt</source>
        <translation>Photo to follow</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Datei</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>EvidenceViewer</name>
    <message>
        <source>Nachweis</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Was ist zu sehen?</source>
        <translation>What does it show?</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Kopie speichern</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Herausnehmen</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>Foto folgt</source>
        <translation>Photo to follow</translation>
    </message>
    <message>
        <source>Für Dateien gibt es hier keine Vorschau.</source>
        <translation>There is no preview of files here.</translation>
    </message>
    <message>
        <source>Bild wird geöffnet …</source>
        <translation>Opening the picture …</translation>
    </message>
    <message>
        <source>Aufgenommen am {date} um {time}</source>
        <translation>Taken on {date} at {time}</translation>
    </message>
    <message>
        <source>Hinzugefügt am {date} um {time}</source>
        <translation>Added on {date} at {time}</translation>
    </message>
    <message>
        <source>{size}, verschlüsselt gespeichert</source>
        <translation>{size}, stored encrypted</translation>
    </message>
    <message>
        <source>Nachweis „{title}“ herausgenommen</source>
        <translation>Evidence “{title}” taken out</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Ersetzen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Arbeitsmappe einlesen</source>
        <translation>Take in a workbook</translation>
    </message>
    <message>
        <source>Arbeitsmappen (*.xlsx)</source>
        <translation>Workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Ordner eines Pakets einlesen</source>
        <translation>Take in a pack’s folder</translation>
    </message>
    <message>
        <source>Als Arbeitsmappe sichern</source>
        <translation>Save as a workbook</translation>
    </message>
    <message>
        <source>„{name}“ ist eingelesen.</source>
        <translation>“{name}” was taken in.</translation>
    </message>
    <message>
        <source>„{name}“ wurde nicht eingelesen. Was zu tun ist, steht hier.</source>
        <translation>“{name}” was not taken in. What to do is said here.</translation>
    </message>
    <message>
        <source>Das eigene Paket „{name}“ gibt es schon. Soll es ersetzt werden? Was jetzt da ist, wird aufgehoben.</source>
        <translation>There is an own pack “{name}” already. Replace it? What is there now is kept.</translation>
    </message>
    <message>
        <source>Geschrieben: {file}</source>
        <translation>Written: {file}</translation>
    </message>
</context>
<context>
    <name>ExercisePanel</name>
    <message>
        <source>Jede Gruppe ordnet die Schriftstücke in den Auszug ein und entscheidet, was nicht zur Akte gehört. Fragen Sie bei jeder Abweichung, welche Regel sie verhindert hätte.</source>
        <translation>Each group files the documents in the extract and decides what belongs to no file. Ask for each difference which rule would have prevented it.</translation>
    </message>
    <message>
        <source>Lösung und Hinweise zeigen</source>
        <translation>Show solution and hints</translation>
    </message>
    <message>
        <source>Übungsblatt ansehen</source>
        <translation>Look at worksheet</translation>
    </message>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
    <message>
        <source>gehört nicht zur Akte</source>
        <translation>belongs to no file</translation>
    </message>
    <message>
        <source>{done} von {total} Schriftstücken eingeordnet</source>
        <translation>{done} of {total} documents filed</translation>
    </message>
    <message>
        <source>Zum Einordnen braucht es Einträge: Übernehmen Sie zuerst einen Auszug des Aktenplans.</source>
        <translation>Filing needs entries: take over an extract of the filing plan first.</translation>
    </message>
</context>
<context>
    <name>FaultScreen</name>
    <message>
        <source>Noch nicht gesichert – bitte kopieren</source>
        <translation>Not saved yet – please copy</translation>
    </message>
    <message>
        <source>Noch nicht gesicherter Text</source>
        <translation>Text that is not saved yet</translation>
    </message>
</context>
<context>
    <name>FaultWays</name>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Die Datenbank ist beschädigt</source>
        <translation>The database is damaged</translation>
    </message>
    <message>
        <source>Die Daten sind neuer als das Programm</source>
        <translation>The data are newer than the program</translation>
    </message>
    <message>
        <source>Die Datenbank fehlt</source>
        <translation>The database is missing</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei fehlt</source>
        <translation>The key file is missing</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei ist beschädigt</source>
        <translation>The key file is damaged</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei gehört zu anderen Daten</source>
        <translation>The key file belongs to other data</translation>
    </message>
    <message>
        <source>Die Daten sind in Benutzung</source>
        <translation>The data are in use</translation>
    </message>
    <message>
        <source>Die Daten lassen sich nicht öffnen</source>
        <translation>The data cannot be opened</translation>
    </message>
    <message>
        <source>Meine Daten finden</source>
        <translation>Find my data</translation>
    </message>
    <message>
        <source>Anderen Datenordner öffnen</source>
        <translation>Open another data folder</translation>
    </message>
    <message>
        <source>Programm beenden</source>
        <translation>Quit the program</translation>
    </message>
    <message>
        <source>Die Sicherungen werden geprüft …</source>
        <translation>Checking the backups …</translation>
    </message>
    <message>
        <source>Sicherungen prüfen …</source>
        <translation>Checking backups …</translation>
    </message>
    <message>
        <source>Eine heile Sicherung wurde nicht gefunden.</source>
        <translation>No sound backup was found.</translation>
    </message>
    <message>
        <source>Diese Sicherung zurückholen</source>
        <translation>Bring this backup back</translation>
    </message>
    <message>
        <source>Retten, was noch lesbar ist</source>
        <translation>Save what can still be read</translation>
    </message>
    <message>
        <source>Neueste heile Sicherung: {day}, {time}</source>
        <translation>Newest sound backup: {day}, {time}</translation>
    </message>
    <message>
        <source>Fälle: {count}. Was darin steht, zeigt sich nach dem Öffnen.</source>
        <translation>Cases: {count}. What they hold shows once they are open.</translation>
    </message>
    <message>
        <source>{title}: 1 Antwort, zuletzt geändert {changed}</source>
        <translation>{title}: 1 answer, last changed {changed}</translation>
    </message>
    <message>
        <source>Weitere Fälle: {count}</source>
        <translation>Further cases: {count}</translation>
    </message>
    <message>
        <source>{title}: {count} Antworten, zuletzt geändert {changed}</source>
        <translation>{title}: {count} answers, last changed {changed}</translation>
    </message>
    <message>
        <source>Was jetzt im Ordner liegt, wird beiseitegelegt und nicht gelöscht.</source>
        <translation>What is in the folder now is set aside and not deleted.</translation>
    </message>
    <message>
        <source>Datenordner wählen</source>
        <translation>Choose a data folder</translation>
    </message>
    <message>
        <source>Sicherung zurückholen …</source>
        <translation>Bringing the backup back …</translation>
    </message>
    <message>
        <source>Die Sicherung ist zurückgeholt. Was vorher da war, liegt im Datenordner unter „aside“.</source>
        <translation>The backup is back. What was there before is in the data folder under “aside”.</translation>
    </message>
    <message>
        <source>Lesbares retten …</source>
        <translation>Saving what can be read …</translation>
    </message>
    <message>
        <source>Gerettet</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Die beschädigte Datenbank liegt unter „{folder}“.</source>
        <translation>The damaged database is in “{folder}”.</translation>
    </message>
    <message>
        <source>Was wieder da ist</source>
        <translation>What is back</translation>
    </message>
    <message>
        <source>Weiterarbeiten</source>
        <translation>Go on working</translation>
    </message>
    <message>
        <source>Daten suchen …</source>
        <translation>Looking for data …</translation>
    </message>
    <message>
        <source>Gefundene Daten</source>
        <translation>Data found</translation>
    </message>
    <message>
        <source>An den üblichen Orten liegen keine anderen Daten.</source>
        <translation>There are no other data in the usual places.</translation>
    </message>
    <message>
        <source>{folder} öffnen</source>
        <translation>Open {folder}</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>Übernehmen, nächster Bogen</source>
        <translation>Take over, next form</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>In dieser Runde übernommen: {count}</source>
        <translation>Taken over in this round: {count}</translation>
    </message>
    <message>
        <source>Feedback vom Papier</source>
        <translation>Feedback from paper</translation>
    </message>
    <message>
        <source>Die Tasten 1 bis 5 bewerten und führen zur nächsten Aussage, Tab lässt eine offen, Strg+Eingabe führt aus einem Text weiter. Der Bogen wird nur diesem Fall zugeordnet; bitte tippen Sie keine Namen ab.</source>
        <translation>Keys 1 to 5 rate and lead to the next statement, Tab leaves one open, Ctrl+Enter leads on from a text. The form is tied to this case only; please type no names.</translation>
    </message>
    <message>
        <source>1 heißt „{low}“, 5 heißt „{high}“.</source>
        <translation>1 means “{low}”, 5 means “{high}”.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Noch nichts zu zählen</source>
        <translation>Nothing to count yet</translation>
    </message>
    <message>
        <source>Sobald es Fälle mit Buchungen gibt, stehen hier Anträge und abgeschlossene Beratungen nach Modul, Landkreis, Monat, Förderprogramm und Stand.</source>
        <translation>As soon as there are cases with bookings, requests and completed consultings stand here by module, district, month, funding programme and state.</translation>
    </message>
    <message>
        <source>Anfrage notieren</source>
        <translation>Note a request</translation>
    </message>
    <message>
        <source>Meldedateien zusammenführen …</source>
        <translation>Merge report files …</translation>
    </message>
    <message>
        <source>Die Fälle werden gezählt …</source>
        <translation>The cases are being counted …</translation>
    </message>
    <message>
        <source>Zahlen ausgeben (Excel, CSV)</source>
        <translation>Hand out figures (Excel, CSV)</translation>
    </message>
    <message>
        <source>Meldedatei schreiben</source>
        <translation>Write report file</translation>
    </message>
    <message>
        <source>Meldedateien zusammenführen</source>
        <translation>Merge report files</translation>
    </message>
    <message>
        <source>Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;CSV file (*.csv)</translation>
    </message>
    <message>
        <source>Zahlen ausgeben</source>
        <translation>Hand out figures</translation>
    </message>
    <message>
        <source>Die Zahlen stehen in „{file}“.</source>
        <translation>The figures are in “{file}”.</translation>
    </message>
    <message>
        <source>Die Meldedatei steht in „{file}“. Sie enthält nur Zahlen, keine Namen und keine Inhalte.</source>
        <translation>The report file is in “{file}”. It holds figures only, no names and no contents.</translation>
    </message>
    <message>
        <source>Meldedateien (*.bkmeldung);;Alle Dateien (*)</source>
        <translation>Report files (*.bkmeldung);;All files (*)</translation>
    </message>
    <message>
        <source>Die Fälle lassen sich gerade nicht zählen.</source>
        <translation>The cases cannot be counted just now.</translation>
    </message>
</context>
<context>
    <name>FiguresPanel</name>
    <message>
        <source>Zeitraum</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Diagramm</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Alle Dienste</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>Maßnahme {measure} ansehen</source>
        <translation>View measure {measure}</translation>
    </message>
    <message>
        <source>Maßnahme daraus</source>
        <translation>Make it a measure</translation>
    </message>
    <message>
        <source>In diesem Zeitraum sind keine Zahlungen gezählt.</source>
        <translation>No payments were counted in this period.</translation>
    </message>
    <message>
        <source>In diesem Zeitraum hat kein Dienst mindestens 20 begonnene Anträge mit gezählten Abbrüchen; darunter sagt eine Quote nichts.</source>
        <translation>In this period no service has at least 20 applications begun with abandoned ones counted; below that a rate says nothing.</translation>
    </message>
    <message>
        <source>In diesem Zeitraum sind keine Anträge gezählt.</source>
        <translation>No applications were counted in this period.</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Die zehn häufigsten Leistungen</source>
        <translation>The ten most frequent services</translation>
    </message>
    <message>
        <source>Reifegrad</source>
        <translation>Maturity level</translation>
    </message>
    <message>
        <source>Je Amt</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>Online beantragbar: {count} von {total}.</source>
        <translation>Can be applied for online: {count} of {total}.</translation>
    </message>
    <message>
        <source>Noch bei keiner Leistung ist die Fallzahl bekannt.</source>
        <translation>The number of cases is not known for any service yet.</translation>
    </message>
    <message>
        <source>In Klammern steht die Fassung des Modells. Stufen einer früheren Fassung werden nicht umgerechnet.</source>
        <translation>The version of the model stands in brackets. Levels of an earlier version are not converted.</translation>
    </message>
</context>
<context>
    <name>FileExchange</name>
    <message>
        <source>Gespeichert in {path}.</source>
        <translation>Saved in {path}.</translation>
    </message>
    <message>
        <source>Eingelesen: {added} neu, {changed} geändert. Strg+Z nimmt alles davon zurück.</source>
        <translation>Read: {added} new, {changed} changed. Ctrl+Z undoes all of it.</translation>
    </message>
</context>
<context>
    <name>FilePlanPanel</name>
    <message>
        <source>Noch kein Auszug aus dem Aktenplan</source>
        <translation>No extract of the filing plan yet</translation>
    </message>
    <message>
        <source>Auszug zum Üben übernehmen</source>
        <translation>Take over the extract to practise with</translation>
    </message>
    <message>
        <source>Übernehmen Sie den Auszug zum Üben, beginnen Sie leer, oder lesen Sie den Plan des Hauses aus einer Tabelle ein (oben unter „Mehr“).</source>
        <translation>Take over the extract to practise with, begin empty, or read the plan of the house from a table (above under “More”).</translation>
    </message>
    <message>
        <source>Leer beginnen</source>
        <translation>Begin empty</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Aufbewahrung</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Nächster Eintrag</source>
        <translation>Next entry</translation>
    </message>
    <message>
        <source>Aktenplan</source>
        <translation>Filing plan</translation>
    </message>
    <message>
        <source>Eintrag darunter</source>
        <translation>Entry under it</translation>
    </message>
    <message>
        <source>Einfg</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Entf</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Die Nummer sagt, wozu ein Eintrag gehört: 02 steht unter 0, 02.10 unter 02. Wer eine Nummer ändert, nimmt alles darunter mit. Fristen legt das Haus mit Registratur und Archiv fest.</source>
        <translation>The number says where an entry belongs: 02 stands under 0, 02.10 under 02. Whoever changes a number takes along all under it. The house lays down periods with registry and archive.</translation>
    </message>
    <message>
        <source>1 Eintrag</source>
        <translation>1 entry</translation>
    </message>
    <message>
        <source>{count} Einträge</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>{count} ohne Aufbewahrungsfrist</source>
        <translation>{count} without period of retention</translation>
    </message>
    <message>
        <source>{count} mit doppelter Nummer</source>
        <translation>{count} with a doubled number</translation>
    </message>
    <message>
        <source>Diese Nummer steht mehrfach.</source>
        <translation>This number stands several times.</translation>
    </message>
    <message>
        <source>Ohne Nummer hat der Eintrag keinen Platz im Plan.</source>
        <translation>Without a number the entry has no place in the plan.</translation>
    </message>
    <message>
        <source>„{entry}“ ist gelöscht, mit {count} darunter.</source>
        <translation>“{entry}” is deleted, with {count} under it.</translation>
    </message>
    <message>
        <source>„{entry}“ ist gelöscht.</source>
        <translation>“{entry}” is deleted.</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Überall suchen</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>In einem Ordner suchen …</source>
        <translation>Search in a folder …</translation>
    </message>
    <message>
        <source>Suche beenden</source>
        <translation>End the search</translation>
    </message>
    <message>
        <source>Sucht auf diesem Rechner, auf angeschlossenen Datenträgern und in abgeglichenen Ordnern nach Daten, Sicherungen, Umzugsdateien und Falldateien. Dabei wird nichts geöffnet und nichts verändert.</source>
        <translation>Searches this machine, connected drives and synchronised folders for data, backups, packed moves and case files. Nothing is opened and nothing is changed.</translation>
    </message>
    <message>
        <source>Suche …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Ordner wählen, in dem gesucht wird</source>
        <translation>Choose the folder to search</translation>
    </message>
    <message>
        <source>Gefunden: {count}</source>
        <translation>Found: {count}</translation>
    </message>
    <message>
        <source>Nicht alle Ordner wurden erreicht.</source>
        <translation>Not all folders were reached.</translation>
    </message>
    <message>
        <source>Ordner, die sich nicht lesen ließen: {count}</source>
        <translation>Folders that could not be read: {count}</translation>
    </message>
</context>
<context>
    <name>FindingsLine</name>
    <message>
        <source>Keine Hinweise:</source>
        <translation>No findings:</translation>
    </message>
    <message>
        <source>1 Hinweis:</source>
        <translation>1 finding:</translation>
    </message>
    <message>
        <source>{count} Hinweise:</source>
        <translation>{count} findings:</translation>
    </message>
    <message>
        <source>Termine, Reihenfolge, Prioritäten und Kosten passen zusammen.</source>
        <translation>Dates, order, priorities and costs agree.</translation>
    </message>
    <message>
        <source>Alle zeigen</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>{measure} öffnen</source>
        <translation>Open {measure}</translation>
    </message>
    <message>
        <source>{count} weitere; sie erscheinen hier, sobald die ersten erledigt sind.</source>
        <translation>{count} more; they appear here once the first ones are done.</translation>
    </message>
    <message>
        <source>Weniger zeigen</source>
        <translation>Show fewer</translation>
    </message>
</context>
<context>
    <name>FirstSheet</name>
    <message>
        <source>Bestätigen und weiter</source>
        <translation>Confirm and go on</translation>
    </message>
    <message>
        <source>Einmal vorab: das Wiederherstellungsblatt</source>
        <translation>Once beforehand: the recovery sheet</translation>
    </message>
    <message>
        <source>Ihre Falldaten sind verschlüsselt. Geht dieses Gerät verloren, öffnet sie nur der Code auf diesem Blatt. Drucken Sie es und legen Sie es in den Tresor Ihrer Organisation. Das dauert eine Minute und ist nur vor dem ersten Fall nötig; Ihre Eingaben bleiben stehen.</source>
        <translation>Your case data are encrypted. If this device is lost, only the code on this sheet opens them. Print it and put it into your organisation&apos;s safe. That takes a minute and is needed before the first case only; what you entered stays.</translation>
    </message>
</context>
<context>
    <name>FlowPanel</name>
    <message>
        <source>Eine Zeile genügt: „Bürgerbüro: Antrag drucken 4m 2t !“. Nennen Sie nur Ämter und Funktionen, keine Namen.</source>
        <translation>One line will do: “Post: print the letter 4m 2t !”. Name offices and functions only, no people.</translation>
    </message>
    <message>
        <source>Ist-Ablauf übernehmen</source>
        <translation>Take over the flow as it is</translation>
    </message>
    <message>
        <source>Noch kein Schritt.</source>
        <translation>No step yet.</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Pfeiltasten wechseln die Frage, 0–4 wählen die Stufe</source>
        <translation>Arrow keys change the question, 0–4 choose the level</translation>
    </message>
    <message>
        <source>Pfeiltasten wechseln die Frage</source>
        <translation>Arrow keys change the question</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Überspringen</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Schritt beginnen</source>
        <translation>Start step</translation>
    </message>
    <message>
        <source>Zurück zu „{title}“, der Schritt geht weiter</source>
        <translation>Back to “{title}”, that step goes on</translation>
    </message>
    <message>
        <source>Doch nicht überspringen</source>
        <translation>Do not skip after all</translation>
    </message>
    <message>
        <source>Schritt beenden</source>
        <translation>End step</translation>
    </message>
    <message>
        <source>Schritt fortsetzen</source>
        <translation>Resume step</translation>
    </message>
    <message>
        <source>Beenden</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Beginnen</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Pause beenden, die Uhr läuft weiter</source>
        <translation>End the pause, the clock goes on</translation>
    </message>
    <message>
        <source>Pause, die Uhr steht</source>
        <translation>Pause, the clock stands</translation>
    </message>
    <message>
        <source>Fortsetzen</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Zurück zu „{title}“</source>
        <translation>Back to “{title}”</translation>
    </message>
</context>
<context>
    <name>FormList</name>
    <message>
        <source>Einlesen …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Ordner einlesen …</source>
        <translation>Import folder …</translation>
    </message>
    <message>
        <source>Eine Kommune allein fragen …</source>
        <translation>Ask one commune alone …</translation>
    </message>
    <message>
        <source>Zurückgekommene Dateien und Ordner können Sie auch auf diese Seite ziehen.</source>
        <translation>You can also drag files and folders that came back onto this page.</translation>
    </message>
    <message>
        <source>Ordner öffnen</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Noch keine Vorab-Abfrage</source>
        <translation>No pre-survey yet</translation>
    </message>
    <message>
        <source>Hier erstellen Sie für jede Rolle einen Bogen, der vor dem Workshop am Bildschirm ausgefüllt wird, und sehen, welcher zurück ist. Dafür muss ein Modul gebucht sein.</source>
        <translation>Here you make a form for each role, to be filled in at the screen before the workshop, and see which ones are back. A module has to be booked for that.</translation>
    </message>
    <message>
        <source>Module wählen</source>
        <translation>Choose modules</translation>
    </message>
    <message>
        <source>Jede Rolle bekommt nur ihre Fragen. Die Antworten stehen nach dem Einlesen nebeneinander; was alle gleich sehen, gilt als vereinbart.</source>
        <translation>Each role gets its own questions only. Once imported, the answers stand side by side; what all see alike counts as agreed.</translation>
    </message>
    <message>
        <source>Vorab-Abfrage {module}</source>
        <translation>Pre-survey {module}</translation>
    </message>
    <message>
        <source>Formulare erstellen …</source>
        <translation>Make forms …</translation>
    </message>
    <message>
        <source>hat inzwischen keine Fragen mehr</source>
        <translation>has no questions any more</translation>
    </message>
    <message>
        <source>{questions}, auch für {roles}</source>
        <translation>{questions}, also for {roles}</translation>
    </message>
    <message>
        <source>früherer Bogen</source>
        <translation>earlier form</translation>
    </message>
    <message>
        <source>Ein Bogen für alle Teilnehmenden, ohne Namen. Jede zurückgekommene Datei zählt als eine Rückmeldung.</source>
        <translation>One form for all participants, without names. Each file that comes back counts as one piece of feedback.</translation>
    </message>
    <message>
        <source>Feedbackbogen erstellen …</source>
        <translation>Make feedback form …</translation>
    </message>
    <message>
        <source>Feedback nach dem Workshop</source>
        <translation>Feedback after the workshop</translation>
    </message>
    <message>
        <source>1 Rückmeldung</source>
        <translation>1 piece of feedback</translation>
    </message>
    <message>
        <source>{count} Rückmeldungen</source>
        <translation>{count} pieces of feedback</translation>
    </message>
    <message>
        <source>Feedbackbogen</source>
        <translation>Feedback form</translation>
    </message>
    <message>
        <source>Noch kein Bogen erstellt.</source>
        <translation>No form made yet.</translation>
    </message>
    <message>
        <source>1 Bogen</source>
        <translation>1 form</translation>
    </message>
    <message>
        <source>{count} Bögen</source>
        <translation>{count} forms</translation>
    </message>
    <message>
        <source>{count} eingelesen</source>
        <translation>{count} imported</translation>
    </message>
    <message>
        <source>{count} zurück</source>
        <translation>{count} back</translation>
    </message>
    <message>
        <source>{count} überfällig</source>
        <translation>{count} overdue</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Weitere Schritte für {role}</source>
        <translation>Further steps for {role}</translation>
    </message>
    <message>
        <source>E-Mail vorbereiten</source>
        <translation>Prepare e-mail</translation>
    </message>
    <message>
        <source>Als verschickt vermerken</source>
        <translation>Note as sent</translation>
    </message>
    <message>
        <source>Als zurück vermerken</source>
        <translation>Note as back</translation>
    </message>
    <message>
        <source>Einlesen …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Antworten abtippen …</source>
        <translation>Type in answers …</translation>
    </message>
    <message>
        <source>Neuen Bogen erstellen …</source>
        <translation>Make a new form …</translation>
    </message>
    <message>
        <source>Aus der Liste nehmen</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>noch nicht erstellt</source>
        <translation>not made yet</translation>
    </message>
    <message>
        <source>Nr. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Erstellen …</source>
        <translation>Make …</translation>
    </message>
</context>
<context>
    <name>FormWork</name>
    <message>
        <source>Die Bögen werden erstellt …</source>
        <translation>The forms are being made …</translation>
    </message>
    <message>
        <source>Die Nachricht wird vorbereitet …</source>
        <translation>The message is being prepared …</translation>
    </message>
    <message>
        <source>Die Dateien werden gelesen …</source>
        <translation>The files are being read …</translation>
    </message>
    <message>
        <source>Die Seiten werden gezeichnet …</source>
        <translation>The pages are being drawn …</translation>
    </message>
</context>
<context>
    <name>FormsCard</name>
    <message>
        <source>Zurück bis</source>
        <translation>Back by</translation>
    </message>
    <message>
        <source>Vom Papier eintippen …</source>
        <translation>Type from paper …</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Im Ordner zeigen</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>{name} im Ordner zeigen</source>
        <translation>Show {name} in its folder</translation>
    </message>
    <message>
        <source>Wiederherstellen …</source>
        <translation>Restore …</translation>
    </message>
    <message>
        <source>Auspacken …</source>
        <translation>Unpack …</translation>
    </message>
    <message>
        <source>Einlesen …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>Diesen Datenbestand öffnen</source>
        <translation>Open these data</translation>
    </message>
</context>
<context>
    <name>FoundTexts</name>
    <message>
        <source>In diesen Texten steht der Name. Angekreuzte werden geändert, auch in früheren Fassungen:</source>
        <translation>The name stands in these texts. Checked ones are changed, in earlier versions as well:</translation>
    </message>
    <message>
        <source>In keinem Text dieses Falls steht der Name.</source>
        <translation>The name stands in no text of this case.</translation>
    </message>
</context>
<context>
    <name>FreeTextGuard</name>
    <message>
        <source>Freier Text: bitte keine Namen, keine Einzelfälle und keine Details von Schwachstellen.</source>
        <translation>Free text: please no names, no individual cases and no details of vulnerabilities.</translation>
    </message>
    <message>
        <source>Hier steht eine E-Mail-Adresse: {words}.</source>
        <translation>There is an e-mail address here: {words}.</translation>
    </message>
    <message>
        <source>Hier steht eine Telefonnummer: {words}.</source>
        <translation>There is a telephone number here: {words}.</translation>
    </message>
    <message>
        <source>Hier steht ein Name: {words}.</source>
        <translation>There is a name here: {words}.</translation>
    </message>
    <message>
        <source>Freie Texte bleiben im Verlauf und können in Dokumente gelangen. Besser ist die Rolle; Kontaktdaten gehören zu den Personen des Falls.</source>
        <translation>Free texts stay in the history and may get into documents. A role is better; contact data belong to the people of the case.</translation>
    </message>
</context>
<context>
    <name>FundingPanel</name>
    <message>
        <source>Sobald ein Modul gewählt ist, steht hier, wer es bezahlt.</source>
        <translation>Once a module is chosen, this says who pays for it.</translation>
    </message>
    <message>
        <source>Wer, wann, Aktenzeichen</source>
        <translation>Who, when, reference number</translation>
    </message>
    <message>
        <source>
oder: </source>
        <translation>
or: </translation>
    </message>
    <message>
        <source>Förderprüfung</source>
        <translation>Funding check</translation>
    </message>
    <message>
        <source>Geprüft für den Tag</source>
        <translation>Checked for the day</translation>
    </message>
    <message>
        <source>Geklärt mit der Förderstelle</source>
        <translation>Clarified with the funding body</translation>
    </message>
    <message>
        <source>Regel {number} ✓</source>
        <translation>Rule {number} ✓</translation>
    </message>
    <message>
        <source>keine Förderung</source>
        <translation>no funding</translation>
    </message>
    <message>
        <source>Finanzierung von {module}</source>
        <translation>Financing of {module}</translation>
    </message>
</context>
<context>
    <name>FundingSection</name>
    <message>
        <source>Förderung und Verbund</source>
        <translation>Funding and alliance</translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Programm, Quote und Frist; was noch zu prüfen ist</source>
        <translation>Programme, quota and deadline; what is still to be checked</translation>
    </message>
    <message>
        <source>Eigenanteil</source>
        <translation>Own share</translation>
    </message>
    <message>
        <source>Übertragbarkeit und interkommunale Zusammenarbeit</source>
        <translation>Transfer and cooperation between communes</translation>
    </message>
</context>
<context>
    <name>FurtherCommunes</name>
    <message>
        <source>Arbeiten mehrere Kommunen zusammen, nennen Sie hier die weiteren. Die erste führt den Fall.</source>
        <translation>Where several communes work together, name the others here. The first one leads the case.</translation>
    </message>
    <message>
        <source>Weitere Kommune hinzufügen</source>
        <translation>Add another commune</translation>
    </message>
    <message>
        <source>Weitere Kommunen</source>
        <translation>Further communes</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{name} aus dem Fall nehmen</source>
        <translation>Take {name} out of the case</translation>
    </message>
</context>
<context>
    <name>GivenLines</name>
    <message>
        <source>{source}, Frage {question}</source>
        <translation>{source}, question {question}</translation>
    </message>
    <message>
        <source>Wie damals</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>steht hier auch</source>
        <translation>stands here too</translation>
    </message>
    <message>
        <source>andere Stufen, nur zum Vergleich</source>
        <translation>other levels, for comparison only</translation>
    </message>
</context>
<context>
    <name>GivenPanel</name>
    <message>
        <source>Ansehen …</source>
        <translation>Look …</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Eine offene Frage ist in einem anderen Modul dieses Falls schon beantwortet.</source>
        <translation>One open question has been answered in another module of this case.</translation>
    </message>
    <message>
        <source>{count} offene Fragen sind in anderen Modulen dieses Falls schon beantwortet.</source>
        <translation>{count} open questions have been answered in other modules of this case.</translation>
    </message>
    <message>
        <source>Eine Antwort übernehmen</source>
        <translation>Take over one answer</translation>
    </message>
    <message>
        <source>{count} Antworten übernehmen</source>
        <translation>Take over {count} answers</translation>
    </message>
    <message>
        <source>Übernommen: {count}. Strg+Z nimmt alles zurück.</source>
        <translation>Taken over: {count}. Ctrl+Z takes all of it back.</translation>
    </message>
</context>
<context>
    <name>GoalSection</name>
    <message>
        <source>Problem und Ziel</source>
        <translation>Problem and goal</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Was geschieht heute, und wen trifft es?</source>
        <translation>What happens today, and who is affected?</translation>
    </message>
    <message>
        <source>Beleg</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Zahlen, Vorfälle oder Quellen</source>
        <translation>Figures, incidents or sources</translation>
    </message>
    <message>
        <source>Zielgruppe</source>
        <translation>Target group</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Was ist danach anders?</source>
        <translation>What will be different afterwards?</translation>
    </message>
    <message>
        <source>Kennzahl</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Was wird gemessen?</source>
        <translation>What is measured?</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kennzahlen</source>
        <translation>Indicators</translation>
    </message>
</context>
<context>
    <name>HandbookWindow</name>
    <message>
        <source>Zurück ({keys})</source>
        <translation>Back ({keys})</translation>
    </message>
    <message>
        <source>Vor ({keys})</source>
        <translation>Forward ({keys})</translation>
    </message>
    <message>
        <source>Vorige Fundstelle ({keys})</source>
        <translation>Previous hit ({keys})</translation>
    </message>
    <message>
        <source>Nächste Fundstelle ({keys})</source>
        <translation>Next hit ({keys})</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Das Handbuch gibt es nur auf Deutsch.</source>
        <translation>The handbook is in German only.</translation>
    </message>
    <message>
        <source>PDF-Datei (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>Handbuch speichern</source>
        <translation>Save the handbook</translation>
    </message>
    <message>
        <source>Handbuch wird geschrieben</source>
        <translation>Writing the handbook</translation>
    </message>
    <message>
        <source>Handbuch – Beraterkoffer</source>
        <translation>Handbook – Beraterkoffer</translation>
    </message>
    <message>
        <source>{hit} von {count}</source>
        <translation>{hit} of {count}</translation>
    </message>
    <message>
        <source>Fundstellen: {count}</source>
        <translation>Places found: {count}</translation>
    </message>
    <message>
        <source>Gespeichert: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Abschnitte gefunden: {count}</source>
        <translation>Sections found: {count}</translation>
    </message>
</context>
<context>
    <name>HandoverLine</name>
    <message>
        <source>Zurücknehmen</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Übergeben an „{name}“ am {day}. Dieser Fall lässt sich hier nur noch lesen.</source>
        <translation>Handed over to “{name}” on {day}. This case can only be read here.</translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message>
        <source>{at}, an {name}</source>
        <translation>{at}, to {name}</translation>
    </message>
    <message>
        <source>Seiten: {count}</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <source>Programm {version}</source>
        <translation>Program {version}</translation>
    </message>
    <message>
        <source>Datei gelöscht</source>
        <translation>file erased</translation>
    </message>
    <message>
        <source>etwa Hauptamt oder Bürgermeisterei</source>
        <translation>for example main office or mayor’s office</translation>
    </message>
    <message>
        <source>An wen es geht</source>
        <translation>Whom it goes to</translation>
    </message>
    <message>
        <source>Als PDF speichern und ablegen …</source>
        <translation>Save as PDF and keep …</translation>
    </message>
    <message>
        <source>Stand auf jeder Seite: {state}</source>
        <translation>State on every page: {state}</translation>
    </message>
    <message>
        <source>Dieses Dokument wurde noch nicht übergeben.</source>
        <translation>This document has not been handed over yet.</translation>
    </message>
    <message>
        <source>wird verglichen …</source>
        <translation>being compared …</translation>
    </message>
    <message>
        <source>Verglichen wird mit dem, was zuletzt übergeben wurde.</source>
        <translation>Compared is what was handed over last.</translation>
    </message>
    <message>
        <source>Am Dokument hat sich nichts geändert.</source>
        <translation>Nothing in the document has changed.</translation>
    </message>
    <message>
        <source>Weitere Änderungen: {count}. Alle stehen im Verlauf.</source>
        <translation>Further changes: {count}. All of them are in the history.</translation>
    </message>
    <message>
        <source>An wen es geht (Amt oder Funktion, kein Name)</source>
        <translation>Whom it goes to (office or function, no name)</translation>
    </message>
    <message>
        <source>Seit der letzten Übergabe geändert</source>
        <translation>Changed since the last handover</translation>
    </message>
    <message>
        <source>Übergeben wurde</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Speichern …</source>
        <translation>Save …</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Prüfen</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Als Arbeitsmappe sichern …</source>
        <translation>Save as a workbook …</translation>
    </message>
    <message>
        <source>Abschalten</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Einschalten</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Zurückholen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>HeadBar</name>
    <message>
        <source>Entschiedene Fragen</source>
        <translation>Decided questions</translation>
    </message>
    <message>
        <source>Später weiter</source>
        <translation>Go on later</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Umstellung abschließen</source>
        <translation>Finish migration</translation>
    </message>
    <message>
        <source>{decided} von {total} geänderten Fragen entschieden</source>
        <translation>{decided} of {total} changed questions decided</translation>
    </message>
    <message>
        <source>Keine beantwortete Frage ist geändert</source>
        <translation>No question with an answer has changed</translation>
    </message>
    <message>
        <source>{decided} von {total} geänderten Fragen entschieden, offen: {open}</source>
        <translation>{decided} of {total} changed questions decided, open: {open}</translation>
    </message>
    <message>
        <source>Zurück zur Erhebung</source>
        <translation>Back to the assessment</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>alle erhobenen Module</source>
        <translation>all modules assessed</translation>
    </message>
    <message>
        <source>Zeitraum von</source>
        <translation>Period from</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Modul</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Stand vom</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Steuerkreis</source>
        <translation>Steering group</translation>
    </message>
    <message>
        <source>Rollen, etwa BM, HA, KÄ</source>
        <translation>Roles, such as BM, HA, KÄ</translation>
    </message>
    <message>
        <source>Freigabe</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Wer gibt frei, und wann?</source>
        <translation>Who releases it, and when?</translation>
    </message>
    <message>
        <source>Auf einen Blick</source>
        <translation>At a glance</translation>
    </message>
    <message>
        <source>Wofür der Plan da ist, in drei Sätzen</source>
        <translation>What the plan is for, in three sentences</translation>
    </message>
    <message>
        <source>Meilenstein</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Meilensteine des Plans</source>
        <translation>Milestones of the plan</translation>
    </message>
</context>
<context>
    <name>HeldLine</name>
    <message>
        <source>Tag der Erhebung eintragen</source>
        <translation>Enter the day of the assessment</translation>
    </message>
    <message>
        <source>Erhoben am {day}</source>
        <translation>Held on {day}</translation>
    </message>
    <message>
        <source>Erhoben am</source>
        <translation>Held on</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Im Verlauf suchen</source>
        <translation>Search the history</translation>
    </message>
    <message>
        <source>Ältere Einträge zeigen</source>
        <translation>Show older entries</translation>
    </message>
    <message>
        <source>Verlauf durchsuchen</source>
        <translation>Search the history</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Art der Einträge</source>
        <translation>Kind of entries</translation>
    </message>
    <message>
        <source>Wer geändert hat</source>
        <translation>Who made the change</translation>
    </message>
    <message>
        <source>alles</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>nur Frage {question}</source>
        <translation>question {question} only</translation>
    </message>
    <message>
        <source>Hier steht, wer was geändert hat. Zu dieser Auswahl gibt es keine Einträge.</source>
        <translation>This is where it says who changed what. There are no entries for this selection.</translation>
    </message>
    <message>
        <source>alle Personen</source>
        <translation>everybody</translation>
    </message>
    <message>
        <source>Der frühere Stand gilt wieder: {title}.</source>
        <translation>The earlier state holds again: {title}.</translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>Steckbrief</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Was entsteht, und wo</source>
        <translation>What will be made, and where</translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation>Impact areas</translation>
    </message>
    <message>
        <source>Von der Idee zum Transfer</source>
        <translation>From idea to transfer</translation>
    </message>
    <message>
        <source>Bearbeitungsstand</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>etwa: Entwurf nach dem Workshop</source>
        <translation>such as: draft after the workshop</translation>
    </message>
    <message>
        <source>Verfasst von</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Stand vom</source>
        <translation>As of</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source> Minuten</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>Minuten, die die Kamerauhr vorgeht</source>
        <translation>Minutes by which the camera’s clock is fast</translation>
    </message>
    <message>
        <source>Auch Fotos aus anderer Zeit zeigen</source>
        <translation>Also show photos of other times</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Fotos aus „{folder}“</source>
        <translation>Photos from “{folder}”</translation>
    </message>
    <message>
        <source>Die Uhr der Kamera geht vor um</source>
        <translation>The camera’s clock is fast by</translation>
    </message>
    <message>
        <source>{count} Fotos gefunden, {near} davon nahe an einem vorgemerkten Foto. Übernommen wird nur, was Sie zuordnen; Ort und Kameradaten werden entfernt.</source>
        <translation>{count} photos found, {near} of them near a photo to follow. Only what you assign is taken over; place and camera data are removed.</translation>
    </message>
    <message>
        <source>Gezeigt werden die ersten {count}.</source>
        <translation>The first {count} are shown.</translation>
    </message>
    <message>
        <source>1 Foto übernehmen</source>
        <translation>Take over 1 photo</translation>
    </message>
    <message>
        <source>{count} Fotos übernehmen</source>
        <translation>Take over {count} photos</translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>Einmalig</source>
        <translation>One-off</translation>
    </message>
    <message>
        <source>Jährlich</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>Förderung bewilligt</source>
        <translation>Funding approved</translation>
    </message>
    <message>
        <source>Förderung beantragt oder offen</source>
        <translation>Funding applied for or open</translation>
    </message>
    <message>
        <source>Eigenanteil</source>
        <translation>Own share</translation>
    </message>
    <message>
        <source>noch nichts bewilligt</source>
        <translation>nothing approved yet</translation>
    </message>
    <message>
        <source>{applied} beantragt, {undecided} offen</source>
        <translation>{applied} applied for, {undecided} open</translation>
    </message>
    <message>
        <source>nur Bewilligtes ist abgezogen</source>
        <translation>only approved funding is taken off</translation>
    </message>
    <message>
        <source>bei allen Maßnahmen offen</source>
        <translation>open for all measures</translation>
    </message>
    <message>
        <source>ohne {names}, dort offen</source>
        <translation>without {names}, open there</translation>
    </message>
</context>
<context>
    <name>KnownCase</name>
    <message>
        <source>Dort notieren und öffnen</source>
        <translation>Note it there and open</translation>
    </message>
    <message>
        <source>Module offen</source>
        <translation>Modules open</translation>
    </message>
    <message>
        <source>Diese Kommune hat schon einen offenen Fall: {facts}.</source>
        <translation>This commune already has an open case: {facts}.</translation>
    </message>
    <message>
        <source>Diese Kommune hat schon {count} offene Fälle, der neueste: {facts}.</source>
        <translation>This commune already has {count} open cases, the newest: {facts}.</translation>
    </message>
</context>
<context>
    <name>LawSection</name>
    <message>
        <source>Recht</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>Rechtsgrundlage und Zuständigkeit</source>
        <translation>Legal basis and responsibility</translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation>Data protection</translation>
    </message>
    <message>
        <source>IT-Sicherheit</source>
        <translation>IT security</translation>
    </message>
    <message>
        <source>Barrierefreiheit</source>
        <translation>Accessibility</translation>
    </message>
</context>
<context>
    <name>LevelButton</name>
    <message>
        <source>Stufe {level}: {anchor}</source>
        <translation>Level {level}: {anchor}</translation>
    </message>
</context>
<context>
    <name>LevelCard</name>
    <message>
        <source>Stufe {level}, {word}: {anchor}</source>
        <translation>Level {level}, {word}: {anchor}</translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <source>wird erneuert …</source>
        <translation>being renewed …</translation>
    </message>
    <message>
        <source>wird erstellt …</source>
        <translation>being made …</translation>
    </message>
    <message>
        <source>keine aktuelle Vorschau</source>
        <translation>no current preview</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Was sich vor dem Verschließen nicht sichern ließ, ist verschlüsselt aufgehoben und steht nach dem Öffnen wieder da. Bitte lassen Sie das Programm so lange geöffnet.</source>
        <translation>What could not be saved before locking is kept encrypted and will be there again once you open the data. Please leave the program open until then.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Wiederherstellungscode verwenden</source>
        <translation>Use recovery code</translation>
    </message>
    <message>
        <source>Schlüsseldatei der IT verwenden</source>
        <translation>Use the IT department&apos;s key file</translation>
    </message>
    <message>
        <source>Passphrase verwenden</source>
        <translation>Use passphrase</translation>
    </message>
    <message>
        <source>Passphrase festlegen</source>
        <translation>Set passphrase</translation>
    </message>
    <message>
        <source>Verschlossen</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Wird geöffnet …</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>Ihre Falldaten sind verschlüsselt. Die Passphrase öffnet sie.</source>
        <translation>Your case data are encrypted. The passphrase opens them.</translation>
    </message>
    <message>
        <source>Der Code steht auf dem Wiederherstellungsblatt: 26 Zeichen in fünf Gruppen. Groß- und Kleinschreibung, Striche und Leerzeichen sind gleichgültig.</source>
        <translation>The code is on the recovery sheet: 26 characters in five groups. Capitals, hyphens and blanks do not matter.</translation>
    </message>
    <message>
        <source>Ihre Organisation verlangt eine Passphrase. Sie öffnet Ihre Falldaten bei jedem Start; niemand sonst kennt sie.</source>
        <translation>Your organisation demands a passphrase. It opens your case data at every start; nobody else knows it.</translation>
    </message>
</context>
<context>
    <name>MadeLine</name>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Im Ordner zeigen</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Gespeichert: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Übergeben und abgelegt: {file}</source>
        <translation>Handed over and kept: {file}</translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Blatt</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Überschriften stehen in</source>
        <translation>Headings are in</translation>
    </message>
    <message>
        <source>{field} (nötig)</source>
        <translation>{field} (needed)</translation>
    </message>
    <message>
        <source>Spalte für {field}</source>
        <translation>Column for {field}</translation>
    </message>
    <message>
        <source>Zeile {line}: {headings}</source>
        <translation>Line {line}: {headings}</translation>
    </message>
    <message>
        <source>– keine Spalte –</source>
        <translation>– no column –</translation>
    </message>
</context>
<context>
    <name>MarksRow</name>
    <message>
        <source>zuvor {level}</source>
        <translation>before: {level}</translation>
    </message>
    <message>
        <source>Zielstufe {level}</source>
        <translation>Target level {level}</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>wie berechnet ({letter})</source>
        <translation>as computed ({letter})</translation>
    </message>
    <message>
        <source>Eine gesetzte Priorität braucht einen Grund.</source>
        <translation>A priority set by hand needs a reason.</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wer (Rolle)</source>
        <translation>Who (role)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Bis wann</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>gering</source>
        <translation>low</translation>
    </message>
    <message>
        <source>hoch</source>
        <translation>high</translation>
    </message>
    <message>
        <source>Aufwand</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Erster Schritt</source>
        <translation>First step</translation>
    </message>
    <message>
        <source>Dimension oder Bereich</source>
        <translation>Dimension or area</translation>
    </message>
    <message>
        <source>Beteiligte</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Vorgänger</source>
        <translation>Predecessors</translation>
    </message>
    <message>
        <source>Priorität</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Grund der gesetzten Priorität</source>
        <translation>Reason for the priority set by hand</translation>
    </message>
    <message>
        <source>Beschreibung</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Kosten einmalig</source>
        <translation>One-off cost</translation>
    </message>
    <message>
        <source>Kosten jährlich</source>
        <translation>Yearly cost</translation>
    </message>
    <message>
        <source>Größenordnung</source>
        <translation>Order of magnitude</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>Betrag</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Programm</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Kennzahl</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Zielwert</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Risiko</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>Gegenmaßnahme</source>
        <translation>Countermeasure</translation>
    </message>
    <message>
        <source>Meilenstein</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Meilensteine</source>
        <translation>Milestones</translation>
    </message>
</context>
<context>
    <name>MeasureModel</name>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Prio</source>
        <translation>Prio</translation>
    </message>
    <message>
        <source>Zeitraum</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Kosten</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{amount}/Jahr</source>
        <translation>{amount}/year</translation>
    </message>
</context>
<context>
    <name>MeasureSummary</name>
    <message>
        <source>Ziel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Erster Schritt</source>
        <translation>First step</translation>
    </message>
    <message>
        <source>Kennzahl</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>Risiko und Gegenmaßnahme</source>
        <translation>Risk and countermeasure</translation>
    </message>
    <message>
        <source>Priorität</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Nutzen {benefit}, Aufwand {effort}</source>
        <translation>benefit {benefit}, effort {effort}</translation>
    </message>
    <message>
        <source>gesetzt, ohne Grund</source>
        <translation>set by hand, without a reason</translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Maßnahmen</source>
        <translation>Measures</translation>
    </message>
</context>
<context>
    <name>MeasurementLine</name>
    <message>
        <source>Aus der Prozessaufnahme</source>
        <translation>From the recorded process</translation>
    </message>
    <message>
        <source>Aus der Leistungsübersicht</source>
        <translation>From the overview of services</translation>
    </message>
    <message>
        <source>Aus der Nutzungsstatistik</source>
        <translation>From the usage statistics</translation>
    </message>
    <message>
        <source>Prozess ansehen</source>
        <translation>Look at the process</translation>
    </message>
    <message>
        <source>Leistungen ansehen</source>
        <translation>Look at services</translation>
    </message>
    <message>
        <source>Nutzung ansehen</source>
        <translation>Look at usage</translation>
    </message>
    <message>
        <source>Stufe {level} übernehmen</source>
        <translation>Take over level {level}</translation>
    </message>
    <message>
        <source>{number} übernehmen</source>
        <translation>Take over {number}</translation>
    </message>
</context>
<context>
    <name>MinutesEntryLine</name>
    <message>
        <source>Eintrag für das Protokoll</source>
        <translation>Entry for the minutes</translation>
    </message>
    <message>
        <source>Zurück (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>{kind} notiert.</source>
        <translation>{kind} noted.</translation>
    </message>
    <message>
        <source>Was soll ins Protokoll?</source>
        <translation>What should go into the minutes?</translation>
    </message>
    <message>
        <source>Was ist beschlossen? @Bauamt …</source>
        <translation>What is decided? @Works …</translation>
    </message>
    <message>
        <source>Was ist zu tun? @Bauamt bis 30.09. …</source>
        <translation>What is to be done? @Works until 30/09 …</translation>
    </message>
    <message>
        <source>Was ist offen? @Bauamt bis 30.09. …</source>
        <translation>What is open? @Works until 30/09 …</translation>
    </message>
    <message>
        <source>Welches Thema kommt später dran?</source>
        <translation>Which topic comes later?</translation>
    </message>
    <message>
        <source>Was wurde gesagt? Ohne Namen</source>
        <translation>What was said? Without names</translation>
    </message>
    <message>
        <source>„{letter}“ und Leertaste am Anfang, oder Tab</source>
        <translation>“{letter}” and space at the beginning, or Tab</translation>
    </message>
    <message>
        <source>{title} – Eingabe notiert, Tab wechselt die Art, Esc geht zurück</source>
        <translation>{title} – Enter takes it, Tab changes the kind, Esc goes back</translation>
    </message>
</context>
<context>
    <name>MinutesPage</name>
    <message>
        <source>Workshoptag</source>
        <translation>Workshop day</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Teilnahme</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Tag abschließen</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>Noch kein Workshoptag</source>
        <translation>No workshop day yet</translation>
    </message>
    <message>
        <source>Hier steht, was an einem Workshoptag notiert, beschlossen und vereinbart wurde, Schritt für Schritt. Dafür braucht der Fall einen Tag mit Schritten.</source>
        <translation>Here is what was noted, decided and agreed on a workshop day, step by step. For this the case needs a day with steps.</translation>
    </message>
    <message>
        <source>Zur Agenda</source>
        <translation>To the agenda</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>16-Uhr-Paket erstellen</source>
        <translation>Make the closing package</translation>
    </message>
    <message>
        <source>Das Paket wird geschrieben.</source>
        <translation>The package is being written.</translation>
    </message>
    <message>
        <source>{kind} ist entfernt.</source>
        <translation>{kind} was removed.</translation>
    </message>
    <message>
        <source>{count} Aufgaben stehen jetzt im Umsetzungsplan.</source>
        <translation>{count} tasks are in the implementation plan now.</translation>
    </message>
    <message>
        <source>Die Aufgabe steht jetzt im Umsetzungsplan.</source>
        <translation>The task is in the implementation plan now.</translation>
    </message>
    <message>
        <source>{count} Personen stehen jetzt auf der Liste.</source>
        <translation>{count} people are on the list now.</translation>
    </message>
    <message>
        <source>Ordner für 16-Uhr-Pakete wählen</source>
        <translation>Choose the folder for closing packages</translation>
    </message>
    <message>
        <source>{count} Dateien liegen in {folder}, Arbeitsstand {number}.</source>
        <translation>{count} files are in {folder}, working state {number}.</translation>
    </message>
</context>
<context>
    <name>MirrorPanel</name>
    <message>
        <source>Bild anheften, oder mit Ihnen mitgehen</source>
        <translation>Pin the picture, or follow you</translation>
    </message>
    <message>
        <source>Standbild: Die Gruppe sieht nicht, was Sie weiter tun</source>
        <translation>Still: the group does not see what you do next</translation>
    </message>
    <message>
        <source>Schwarz</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Pause, die Uhr steht</source>
        <translation>Pause, the clock stands</translation>
    </message>
    <message>
        <source>Beamer aus</source>
        <translation>Projector off</translation>
    </message>
</context>
<context>
    <name>ModuleCard</name>
    <message>
        <source>Modul {number}</source>
        <translation>Module {number}</translation>
    </message>
</context>
<context>
    <name>ModulesStep</name>
    <message>
        <source>{modules} gewählt</source>
        <translation>{modules} chosen</translation>
    </message>
    <message>
        <source>Welche Module nutzt die Kommune?</source>
        <translation>Which modules does the commune use?</translation>
    </message>
    <message>
        <source>Einzeln buchbar. Wie viele gefördert werden, sagt die Förderprüfung.</source>
        <translation>Each can be booked by itself. The funding check says how many are funded.</translation>
    </message>
    <message>
        <source>{module} ist nicht mehr gebucht.</source>
        <translation>{module} is no longer booked.</translation>
    </message>
</context>
<context>
    <name>MoveCard</name>
    <message>
        <source>Am alten Rechner packen: alle Fälle, Fotos, Einstellungen, Logos und eigenen Inhaltspakete in eine Datei, etwa auf einem USB-Stick. Am neuen Rechner auspacken: Das Programm vergleicht dabei jede Datei und öffnet die Daten dann mit Ihrer Passphrase oder Ihrem Wiederherstellungscode.</source>
        <translation>Pack on the old machine: all cases, photos, settings, logos and own content packs into one file, for instance on a USB stick. Unpack on the new machine: the program compares every file and then opens the data with your passphrase or your recovery code.</translation>
    </message>
    <message>
        <source>Bisher öffnet nur dieser Rechner die Daten. Drucken Sie zuerst das Wiederherstellungsblatt oder legen Sie eine Passphrase fest.</source>
        <translation>So far only this machine opens the data. Print the recovery sheet or set a passphrase first.</translation>
    </message>
    <message>
        <source>Zum Schutz der Daten</source>
        <translation>To the protection of the data</translation>
    </message>
    <message>
        <source>Packen …</source>
        <translation>Pack …</translation>
    </message>
    <message>
        <source>Auspacken …</source>
        <translation>Unpack …</translation>
    </message>
    <message>
        <source>Jetzt auspacken</source>
        <translation>Unpack now</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Gepackt {when}. Fälle: {count}, Fotos und Dateien: {files}, {size}. Die Daten von jetzt werden im Datenordner unter „aside“ aufgehoben.</source>
        <translation>Packed {when}. Cases: {count}, photos and files: {files}, {size}. The present data are kept in the data folder under “aside”.</translation>
    </message>
    <message>
        <source>Gepackt und nachgelesen: „{file}“. Fälle: {count}, Fotos und Dateien: {files}.</source>
        <translation>Packed and read back: “{file}”. Cases: {count}, photos and files: {files}.</translation>
    </message>
    <message>
        <source>Ordner für die Umzugsdatei wählen</source>
        <translation>Choose the folder for the packed file</translation>
    </message>
    <message>
        <source>Umzugsdatei (*.bkmove);;Alle Dateien (*)</source>
        <translation>Packed move (*.bkmove);;All files (*)</translation>
    </message>
    <message>
        <source>Umzugsdatei wählen</source>
        <translation>Choose the packed file</translation>
    </message>
</context>
<context>
    <name>MovedList</name>
    <message>
        <source>Was sich bei den Fragen geändert hat</source>
        <translation>What has changed in the questions</translation>
    </message>
    <message>
        <source>Was sich nicht vergleichen lässt</source>
        <translation>What cannot be compared</translation>
    </message>
    <message>
        <source>Bei keiner Frage hat sich die Stufe geändert.</source>
        <translation>No question has changed its level.</translation>
    </message>
    <message>
        <source>Gleich geblieben: {count}.</source>
        <translation>Unchanged: {count}.</translation>
    </message>
    <message>
        <source>Vertraulich und nicht aufgeführt: {count}.</source>
        <translation>Confidential and not listed: {count}.</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}: {count}</translation>
    </message>
    <message>
        <source>Höher eingestuft</source>
        <translation>Rated higher</translation>
    </message>
    <message>
        <source>Niedriger eingestuft</source>
        <translation>Rated lower</translation>
    </message>
    <message>
        <source>Jetzt beantwortet</source>
        <translation>Answered now</translation>
    </message>
    <message>
        <source>Nicht mehr beantwortet</source>
        <translation>No longer answered</translation>
    </message>
    <message>
        <source>von Stufe {before} auf {after}</source>
        <translation>from level {before} to {after}</translation>
    </message>
</context>
<context>
    <name>NewCasePage</name>
    <message>
        <source>Mit der Wahl der Kommune ist der Entwurf gesichert.</source>
        <translation>The draft is saved once the commune is chosen.</translation>
    </message>
    <message>
        <source>{commune} ist gewählt. Sobald das Blatt bestätigt ist, geht es damit weiter.</source>
        <translation>{commune} is chosen. As soon as the sheet is confirmed, the set-up goes on with it.</translation>
    </message>
    <message>
        <source>Weiter zu {step}</source>
        <translation>Go on to {step}</translation>
    </message>
    <message>
        <source>Schritt {number} von {count}</source>
        <translation>Step {number} of {count}</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Neue Passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Noch einmal</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Mindestens {count} Zeichen. Drei oder vier Wörter, die nicht zusammengehören, sind gut.</source>
        <translation>At least {count} characters. Three or four words that do not belong together are good.</translation>
    </message>
    <message>
        <source>Das ist zu kurz. Bitte wählen Sie mindestens {count} Zeichen.</source>
        <translation>That is too short. Please choose at least {count} characters.</translation>
    </message>
    <message>
        <source>Die beiden Eingaben sind verschieden. Bitte wiederholen Sie sie.</source>
        <translation>The two entries differ. Please repeat them.</translation>
    </message>
</context>
<context>
    <name>NextLine</name>
    <message>
        <source>Nächster Schritt</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Beenden und den nächsten Schritt beginnen</source>
        <translation>End this and begin the next step</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Gespräche</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Was wurde besprochen?</source>
        <translation>What was talked about?</translation>
    </message>
    <message>
        <source>Neue Gesprächsnotiz</source>
        <translation>New note of a conversation</translation>
    </message>
    <message>
        <source>Zurückrufen am</source>
        <translation>Call back on</translation>
    </message>
    <message>
        <source>Notieren</source>
        <translation>Note down</translation>
    </message>
    <message>
        <source>Rückruf am</source>
        <translation>Call back on</translation>
    </message>
    <message>
        <source>Noch keine Notizen.</source>
        <translation>No notes yet.</translation>
    </message>
    <message>
        <source>Rückruf {day}</source>
        <translation>Call back {day}</translation>
    </message>
    <message>
        <source>überfällig</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>Erledigt</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Notiz vom {day} entfernen</source>
        <translation>Remove the note of {day}</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Rückgängig ({keys})</source>
        <translation>Undo ({keys})</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Bitte eine Zahl eingeben, zum Beispiel 12 oder 3,5.</source>
        <translation>Please enter a number, such as 12 or 3.5.</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Abgelöst am {day} durch Fassung {version} des Fragebogens. Diese Erhebung ist nur zu lesen.</source>
        <translation>Superseded on {day} by version {version} of the questionnaire. This assessment can only be read.</translation>
    </message>
    <message>
        <source>Neue Erhebung öffnen</source>
        <translation>Open new assessment</translation>
    </message>
    <message>
        <source>Die Umstellung auf Fassung {version} des Fragebogens ist angefangen.</source>
        <translation>The migration to version {version} of the questionnaire has been begun.</translation>
    </message>
    <message>
        <source>Fortsetzen …</source>
        <translation>Go on …</translation>
    </message>
    <message>
        <source>Von diesem Fragebogen gibt es die Fassung {version}.</source>
        <translation>There is version {version} of this questionnaire.</translation>
    </message>
    <message>
        <source>Dieser Fragebogen wurde seit Beginn der Erhebung geändert (Fassung {version}).</source>
        <translation>This questionnaire has been changed since the assessment was begun (version {version}).</translation>
    </message>
    <message>
        <source>Vergleichen …</source>
        <translation>Compare …</translation>
    </message>
</context>
<context>
    <name>OfficeRow</name>
    <message>
        <source>Amt oder Fachbereich</source>
        <translation>Office or department</translation>
    </message>
    <message>
        <source>Stufe {level}</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>Stufe des Amts</source>
        <translation>Level of the office</translation>
    </message>
    <message>
        <source>Amt entfernen</source>
        <translation>Remove office</translation>
    </message>
</context>
<context>
    <name>OfficesView</name>
    <message>
        <source>Ämter</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Stelle</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Amt oder Außenstelle anlegen</source>
        <translation>Add an office or outpost</translation>
    </message>
    <message>
        <source>Stelle löschen</source>
        <translation>Delete place</translation>
    </message>
    <message>
        <source>Name des Amts</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Außenstelle, etwa Kita oder Bauhof</source>
        <translation>Outpost, such as a day-care centre or building yard</translation>
    </message>
    <message>
        <source>Wie kommen Anträge künftig an, wer vertritt, was braucht es?</source>
        <translation>How will applications arrive, who stands in, what is needed?</translation>
    </message>
    <message>
        <source>Was sich für dieses Amt ändert</source>
        <translation>What changes for this office</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{count} Leistungen, {online} online</source>
        <translation>{count} services, {online} online</translation>
    </message>
    <message>
        <source>1 Leistung, {online} online</source>
        <translation>1 service, {online} online</translation>
    </message>
    <message>
        <source>noch keine Leistung</source>
        <translation>no service yet</translation>
    </message>
    <message>
        <source>Ohne Amt</source>
        <translation>Without an office</translation>
    </message>
    <message>
        <source>Fälle im Jahr: {cases}</source>
        <translation>Cases a year: {cases}</translation>
    </message>
    <message>
        <source>{count} ohne Fallzahl</source>
        <translation>{count} without a number of cases</translation>
    </message>
</context>
<context>
    <name>OpenData</name>
    <message>
        <source>Die Daten sind offen, ohne Ihre Passphrase. Ist sie vergessen, legen Sie eine neue fest.</source>
        <translation>The data are open, without your passphrase. If it is forgotten, set a new one.</translation>
    </message>
    <message>
        <source>Ohne Passphrase lässt sich nichts verschließen. Hier können Sie eine festlegen.</source>
        <translation>Without a passphrase nothing can be locked. Here you can set one.</translation>
    </message>
    <message>
        <source>Das Programm ist noch offen, weil diese Eingaben sonst verloren wären. Öffnen Sie die Daten, oder schließen Sie noch einmal, wenn Sie die Eingaben aufgeben wollen.</source>
        <translation>The program is still open because these words would be lost otherwise. Open the data, or close once more if you want to give them up.</translation>
    </message>
    <message>
        <source>Wird ersetzt …</source>
        <translation>Being replaced …</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Dimensionen und Fragen</source>
        <translation>Dimensions and questions</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>{done} von {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>{count} unbekannt</source>
        <translation>{count} unknown</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Word-Dokumente (*.docx)</source>
        <translation>Word documents (*.docx)</translation>
    </message>
    <message>
        <source>Excel-Arbeitsmappen (*.xlsx)</source>
        <translation>Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>Kopie zum Bearbeiten</source>
        <translation>Copy to edit</translation>
    </message>
    <message>
        <source>Wie übergeben speichern</source>
        <translation>Save as handed over</translation>
    </message>
    <message>
        <source>Übergeben</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>{title}: an den Drucker übergeben, Seiten: {pages}</source>
        <translation>{title}: handed to the printer, pages: {pages}</translation>
    </message>
    <message>
        <source>Der Drucker „{name}“ hat den Auftrag nicht angenommen. Das Dokument ist unverändert. Prüfen Sie den Drucker oder speichern Sie das Dokument als PDF.</source>
        <translation>The printer “{name}” did not take the job. The document is unchanged. Check the printer or save the document as a PDF.</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>without a name</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Als Vorlage nehmen …</source>
        <translation>Use as template …</translation>
    </message>
    <message>
        <source>Fall weitergeben …</source>
        <translation>Pass the case on …</translation>
    </message>
    <message>
        <source>Ansprechpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Termine</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Anliegen und Aktenzeichen</source>
        <translation>Concern and reference numbers</translation>
    </message>
    <message>
        <source>Anliegen der Kommune</source>
        <translation>The commune’s concern</translation>
    </message>
    <message>
        <source>Unser Aktenzeichen</source>
        <translation>Our reference number</translation>
    </message>
    <message>
        <source>Aktenzeichen der Kommune</source>
        <translation>The commune’s reference number</translation>
    </message>
    <message>
        <source>Überblick</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Buchungen</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Fall weitergeben</source>
        <translation>Pass the case on</translation>
    </message>
    <message>
        <source>Fall als Vorlage nehmen</source>
        <translation>Use the case as template</translation>
    </message>
    <message>
        <source>Bearbeiten</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Zur Agenda</source>
        <translation>To the agenda</translation>
    </message>
    <message>
        <source>eigener Eintrag</source>
        <translation>own entry</translation>
    </message>
    <message>
        <source>angelegt am {day}</source>
        <translation>set up on {day}</translation>
    </message>
    <message>
        <source>Noch niemand eingetragen.</source>
        <translation>Nobody has been entered yet.</translation>
    </message>
    <message>
        <source>noch ohne Termin</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>ab {time} Uhr</source>
        <translation>from {time}</translation>
    </message>
    <message>
        <source>Noch keine Workshoptage.</source>
        <translation>No workshop days yet.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Fragebogen von Fassung {old} auf {new}</source>
        <translation>Questionnaire from version {old} to {new}</translation>
    </message>
    <message>
        <source>Antworten mit gleichem Wortlaut behalten ({count})</source>
        <translation>Keep answers with the same wording ({count})</translation>
    </message>
    <message>
        <source>Neue Fragen</source>
        <translation>New questions</translation>
    </message>
    <message>
        <source>Entfallene Fragen, in der bisherigen Erhebung weiter lesbar</source>
        <translation>Removed questions, still to be read in the former assessment</translation>
    </message>
    <message>
        <source>Unverändert: {count}, davon beantwortet: {answered}. Antworten, Aussagen, Notizen, Nachweise und Zielstufen gehen mit.</source>
        <translation>Unchanged: {count}, of which answered: {answered}. Answers, statements, notes, evidence and target levels go along.</translation>
    </message>
    <message>
        <source>Geändert und beantwortet: {count}. Entscheiden Sie bei jeder Frage, ob die Antwort bleibt. Was Sie nicht entscheiden, bleibt in der neuen Erhebung offen.</source>
        <translation>Changed and answered: {count}. Decide for each question whether the answer stays. What you do not decide is open in the new assessment.</translation>
    </message>
    <message>
        <source>Geändert und bisher ohne Antwort: {count}. Sie bleiben offen.</source>
        <translation>Changed and without an answer so far: {count}. They stay open.</translation>
    </message>
    <message>
        <source>Bis zum Abschluss bleibt die bisherige Erhebung, wie sie ist; danach ist sie weiter lesbar.</source>
        <translation>Until you finish, the former assessment stays as it is; afterwards it can still be read.</translation>
    </message>
    <message>
        <source>Die Werte beider Fassungen sind nicht eins zu eins vergleichbar, weil andere Fragen oder Gewichte zählen.</source>
        <translation>Figures of the two versions cannot be compared one to one, as other questions or weights count.</translation>
    </message>
    <message>
        <source>vertraulich beantwortet</source>
        <translation>answered in confidence</translation>
    </message>
</context>
<context>
    <name>PackRow</name>
    <message>
        <source>je Person</source>
        <translation>per person</translation>
    </message>
    <message>
        <source>Je Person ein Exemplar: {document}</source>
        <translation>One copy per person: {document}</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>Exemplare: {document}</source>
        <translation>Copies: {document}</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
</context>
<context>
    <name>PackSettings</name>
    <message>
        <source>Beidseitig drucken, jedes Dokument beginnt auf einer Vorderseite</source>
        <translation>Print on both sides, each document begins on a front side</translation>
    </message>
    <message>
        <source>Vorschlag für</source>
        <translation>Proposal for</translation>
    </message>
    <message>
        <source>Teilnehmende</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>alle Module</source>
        <translation>all modules</translation>
    </message>
    <message>
        <source>Kontakte im Fall: {count}</source>
        <translation>Contacts in the case: {count}</translation>
    </message>
</context>
<context>
    <name>PackView</name>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Zurück (Esc)</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Dokumente: {count}</source>
        <translation>Documents: {count}</translation>
    </message>
    <message>
        <source>Exemplare: {count}</source>
        <translation>Copies: {count}</translation>
    </message>
    <message>
        <source>Seiten: {count}</source>
        <translation>Pages: {count}</translation>
    </message>
    <message>
        <source>leere Rückseiten: {count}</source>
        <translation>blank backs: {count}</translation>
    </message>
    <message>
        <source>Blatt Papier: {count}</source>
        <translation>Sheets of paper: {count}</translation>
    </message>
    <message>
        <source>Alle gewählten Dokumente in einem Auftrag oder in einer Datei. Vorgeschlagen ist, was für den nächsten Workshop gebraucht wird; ändern Sie, was Sie anders brauchen.</source>
        <translation>All chosen documents in one job or in one file. Proposed is what the next workshop needs; change what you need otherwise.</translation>
    </message>
    <message>
        <source>Druckpaket</source>
        <translation>Print pack</translation>
    </message>
    <message>
        <source>Wählen Sie zuerst ein Dokument.</source>
        <translation>Choose a document first.</translation>
    </message>
</context>
<context>
    <name>PackWork</name>
    <message>
        <source>Druckpaket speichern</source>
        <translation>Save the print pack</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Druckpaket</source>
        <translation>Print pack</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Nicht gesichert wurde: {words}</source>
        <translation>Not saved: {words}</translation>
    </message>
</context>
<context>
    <name>PagePictures</name>
    <message>
        <source>Seiten der Kopie</source>
        <translation>Pages of the copy</translation>
    </message>
    <message>
        <source>Seite {number} der Kopie</source>
        <translation>Page {number} of the copy</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Geändert: {aspects}</source>
        <translation>Changed: {aspects}</translation>
    </message>
    <message>
        <source>Bisher, Fassung {version}</source>
        <translation>So far, version {version}</translation>
    </message>
    <message>
        <source>Neu, Fassung {version}</source>
        <translation>New, version {version}</translation>
    </message>
    <message>
        <source>Bisherige Antwort: {words}</source>
        <translation>Former answer: {words}</translation>
    </message>
    <message>
        <source>Vertraulich: Die Antwort stammt aus der Vorab-Abfrage; zum Bearbeiten aufdecken</source>
        <translation>Confidential: the answer comes from the pre-survey; uncover it to edit</translation>
    </message>
    <message>
        <source>Aufdecken</source>
        <translation>Reveal</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>{name} verbergen</source>
        <translation>Hide {name}</translation>
    </message>
    <message>
        <source>{name} zeigen</source>
        <translation>Show {name}</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Bisherige Passphrase oder Wiederherstellungscode</source>
        <translation>Present passphrase or recovery code</translation>
    </message>
    <message>
        <source>Dieses Gerät öffnet die Daten weiter von selbst</source>
        <translation>This device goes on opening the data by itself</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Passphrase entfernen</source>
        <translation>Remove passphrase</translation>
    </message>
    <message>
        <source>Passphrase ändern</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Passphrase festlegen</source>
        <translation>Set passphrase</translation>
    </message>
    <message>
        <source>Die Passphrase ist entfernt. Dieses Gerät öffnet die Daten von selbst.</source>
        <translation>The passphrase is removed. This device opens the data by itself.</translation>
    </message>
    <message>
        <source>Die Passphrase gilt ab sofort.</source>
        <translation>The passphrase is in force from now on.</translation>
    </message>
</context>
<context>
    <name>PauseLine</name>
    <message>
        <source>Weiter in …</source>
        <translation>On in …</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Die Pause dauert: {words}</source>
        <translation>The pause lasts: {words}</translation>
    </message>
</context>
<context>
    <name>PdfBar</name>
    <message>
        <source>Seite zurück</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Seite vor</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Größer</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Ganze Breite</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>Im Dokument suchen</source>
        <translation>Search the document</translation>
    </message>
    <message>
        <source>Vorige Fundstelle</source>
        <translation>Previous hit</translation>
    </message>
    <message>
        <source>Nächste Fundstelle</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>nichts gefunden</source>
        <translation>nothing found</translation>
    </message>
    <message>
        <source>{number} von {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Personen</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Namen, Telefonnummern und E-Mail-Adressen liegen getrennt von Antworten und Verlauf.</source>
        <translation>Names, telephone numbers and e-mail addresses are kept apart from answers and history.</translation>
    </message>
    <message>
        <source>In diesem Fall ist niemand gespeichert.</source>
        <translation>Nobody is stored in this case.</translation>
    </message>
    <message>
        <source>löschen</source>
        <translation>erase</translation>
    </message>
    <message>
        <source>Person endgültig löschen</source>
        <translation>Erase the person for good</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>{count} Personen mit abgelaufener Frist löschen …</source>
        <translation>Erase {count} people whose time is over …</translation>
    </message>
    <message>
        <source>{names} werden endgültig gelöscht:</source>
        <translation>{names} will be erased for good:</translation>
    </message>
    <message>
        <source>{names} wird endgültig gelöscht:</source>
        <translation>{names} will be erased for good:</translation>
    </message>
    <message>
        <source>Name, Telefon, E-Mail und die Funktion im Fall, auch aus dem Verlauf. Fotos, angehängte Dateien und übergebene Dokumente bleiben; bitte sehen Sie sie selbst durch. Das lässt sich nicht rückgängig machen.</source>
        <translation>name, phone, email and the function in the case, also from the history. Photos, attached files and documents handed over stay; please look through them yourself. This cannot be undone.</translation>
    </message>
    <message>
        <source>Personen endgültig löschen</source>
        <translation>Erase people for good</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>ohne Namen</source>
        <translation>without a name</translation>
    </message>
    <message>
        <source>Auskunft speichern</source>
        <translation>Save information</translation>
    </message>
    <message>
        <source>Auskunft zu {name} speichern</source>
        <translation>Save information about {name}</translation>
    </message>
    <message>
        <source>Löschen …</source>
        <translation>Erase …</translation>
    </message>
    <message>
        <source>{name} löschen</source>
        <translation>Erase {name}</translation>
    </message>
    <message>
        <source>{name} aufbewahren bis</source>
        <translation>Keep {name} until</translation>
    </message>
    <message>
        <source>Frist abgelaufen</source>
        <translation>Time is over</translation>
    </message>
    <message>
        <source>Aufbewahren bis</source>
        <translation>Keep until</translation>
    </message>
    <message>
        <source>sonst nichts</source>
        <translation>nothing else</translation>
    </message>
</context>
<context>
    <name>PersonSection</name>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Steht in Dokumenten und im Verlauf. Leer gilt der Name der Anmeldung am Rechner.</source>
        <translation>Appears in documents and in the history. If empty, the name you log in with is used.</translation>
    </message>
    <message>
        <source>Ihr Haus</source>
        <translation>Your organisation</translation>
    </message>
    <message>
        <source>Steht im Kopf der Dokumente.</source>
        <translation>Appears at the head of documents.</translation>
    </message>
    <message>
        <source>wie im System</source>
        <translation>as in the system</translation>
    </message>
    <message>
        <source>hell</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dunkel</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>Darstellung</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Schriftgröße</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>Sprache</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Gilt ab dem nächsten Start. Die Module 1 bis 3 gibt es nur auf Deutsch.</source>
        <translation>Takes effect at the next start. Modules 1 to 3 are in German only.</translation>
    </message>
    <message>
        <source>Stundensatz für interne Arbeit, je Stunde</source>
        <translation>Rate for internal work, per hour</translation>
    </message>
    <message>
        <source>Stundensatz</source>
        <translation>Hourly rate</translation>
    </message>
    <message>
        <source>Vorschlag für neue Anwendungsfälle.</source>
        <translation>Proposed for new use cases.</translation>
    </message>
    <message>
        <source>Person und Darstellung</source>
        <translation>Person and appearance</translation>
    </message>
</context>
<context>
    <name>PersonTermField</name>
    <message>
        <source>Ohne eigenen Tag bis {day}.</source>
        <translation>Without a day of its own until {day}.</translation>
    </message>
    <message>
        <source>Die Frist ist abgelaufen.</source>
        <translation>The time is over.</translation>
    </message>
</context>
<context>
    <name>PhoneLine</name>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Code an die Wand</source>
        <translation>Show the code</translation>
    </message>
    <message>
        <source>Code an die Wand (Q)</source>
        <translation>Show the code (Q)</translation>
    </message>
    <message>
        <source>Mit Handys abstimmen</source>
        <translation>Vote on phones</translation>
    </message>
    <message>
        <source>Zum Abtippen: {address}</source>
        <translation>To type: {address}</translation>
    </message>
    <message>
        <source>Beenden</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Handy-Abfrage beenden (H)</source>
        <translation>End the poll on phones (H)</translation>
    </message>
    <message>
        <source>Mit Handys abstimmen (H)</source>
        <translation>Vote on phones (H)</translation>
    </message>
    <message>
        <source>Das Abstimmen auf Handys hat Ihre IT ausgeschaltet.</source>
        <translation>Your IT department has switched off voting on phones.</translation>
    </message>
    <message>
        <source>Abstimmen auf Handys schalten Sie in den Einstellungen unter „Handy-Abfrage“ ein.</source>
        <translation>Switch on voting on phones in the settings under “Poll on phones”.</translation>
    </message>
    <message>
        <source>Frage an die Wand</source>
        <translation>Show the question</translation>
    </message>
    <message>
        <source>Die Handy-Abfrage ist beendet.</source>
        <translation>The poll on phones has ended.</translation>
    </message>
    <message>
        <source>Die Handy-Abfrage wird eingeschaltet …</source>
        <translation>The poll on phones is being switched on …</translation>
    </message>
    <message>
        <source>Der Laptop ist in mehreren Netzen. In welchem sind die Handys?</source>
        <translation>The laptop is in several networks. Which one are the phones in?</translation>
    </message>
    <message>
        <source>Die Gruppe kann auch auf Handys abstimmen, ohne App und ohne Namen.</source>
        <translation>The group can also vote on phones, without an app and without names.</translation>
    </message>
    <message>
        <source>Der Laptop ist nicht mehr in diesem Netz. Die Stimmen bis hierher sind gezählt.</source>
        <translation>The laptop is no longer in this network. The votes so far are counted.</translation>
    </message>
    <message>
        <source>Es sind mehr Handys als Anwesende. Wiederholen Sie diese Runde mit Karten.</source>
        <translation>There are more phones than people present. Repeat this round with cards.</translation>
    </message>
    <message>
        <source>Auf den Handys läuft eine andere Abfrage. „Mit Handys abstimmen“ beendet ihre Runde.</source>
        <translation>Phones are asked another poll. “Vote on phones” ends its round.</translation>
    </message>
    <message>
        <source>Diese Runde ist auf den Handys geschlossen. Weitere Stimmen zählen Sie mit den Tasten.</source>
        <translation>This round is closed on the phones. Count further votes with the keys.</translation>
    </message>
</context>
<context>
    <name>PhonePollSection</name>
    <message>
        <source>ausgeschaltet</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>eingeschaltet</source>
        <translation>switched on</translation>
    </message>
    <message>
        <source>Im örtlichen Netz, ohne Internet und ohne Namen. Der Zugang ist nur offen, solange eine Abfrage läuft.</source>
        <translation>On the local network, without internet and without names. The access is open only while a poll is running.</translation>
    </message>
    <message>
        <source>Von Ihrer IT ausgeschaltet.</source>
        <translation>Switched off by your IT department.</translation>
    </message>
    <message>
        <source>Abstimmen auf Handys</source>
        <translation>Voting on phones</translation>
    </message>
    <message>
        <source>Anschluss (Port)</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Nur zu ändern, wenn ein anderes Programm ihn benutzt oder Ihre IT einen anderen freigibt.</source>
        <translation>To be changed only where another program uses it, or where your IT department opens another one.</translation>
    </message>
    <message>
        <source>Handy-Abfrage</source>
        <translation>Phone poll</translation>
    </message>
</context>
<context>
    <name>PhonePollWatch</name>
    <message>
        <source>Der Beamer ist aus. F5 schaltet ihn ein, dann steht der Code an der Wand.</source>
        <translation>The projector is off. F5 switches it on, then the code is on the wall.</translation>
    </message>
    <message>
        <source>Die Handys erreichen den Laptop nicht mehr, denn er ist nicht mehr in deren Netz. Die Stimmen bis hierher sind gezählt. Verbinden Sie das WLAN wieder, oder beenden Sie die Handy-Abfrage mit H und zählen Sie weiter mit den Tasten.</source>
        <translation>Phones no longer reach the laptop, as it has left their network. The votes so far are counted. Connect the Wi-Fi again, or end the poll on phones with H and go on counting with the keys.</translation>
    </message>
    <message>
        <source>Der Laptop ist wieder im Netz der Handys.</source>
        <translation>The laptop is back in the phones’ network.</translation>
    </message>
    <message>
        <source>Der Workshoptag ist zu Ende. Die Handy-Abfrage ist beendet.</source>
        <translation>The workshop day is over. The poll on phones has ended.</translation>
    </message>
</context>
<context>
    <name>PhoneWords</name>
    <message>
        <source>1 Gerät</source>
        <translation>1 device</translation>
    </message>
    <message>
        <source>{count} Geräte</source>
        <translation>{count} devices</translation>
    </message>
    <message>
        <source>1 Stimme</source>
        <translation>1 vote</translation>
    </message>
    <message>
        <source>{count} Stimmen</source>
        <translation>{count} votes</translation>
    </message>
    <message>
        <source>Handy-Abfrage läuft: {devices}, {votes}</source>
        <translation>Poll on phones is on: {devices}, {votes}</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Voriges Foto</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>Nächstes Foto</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>Foto hinzufügen</source>
        <translation>Add a photo</translation>
    </message>
    <message>
        <source>Fotos schließen</source>
        <translation>Close photos</translation>
    </message>
    <message>
        <source>Fotos des Prozesses</source>
        <translation>Photos of the process</translation>
    </message>
    <message>
        <source>Foto {number} von {count}</source>
        <translation>Photo {number} of {count}</translation>
    </message>
    <message>
        <source>Legen Sie hier ein Foto ab, oder fügen Sie eines ein.</source>
        <translation>Drop a photo here, or paste one.</translation>
    </message>
    <message>
        <source>Bild wird geöffnet …</source>
        <translation>Opening the picture …</translation>
    </message>
</context>
<context>
    <name>PhotoRow</name>
    <message>
        <source>ohne Uhrzeit</source>
        <translation>without a time</translation>
    </message>
    <message>
        <source>Wohin mit {file}</source>
        <translation>Where {file} goes</translation>
    </message>
    <message>
        <source>Nicht übernehmen</source>
        <translation>Do not take over</translation>
    </message>
    <message>
        <source>Fall als Ganzes</source>
        <translation>The case as a whole</translation>
    </message>
    <message>
        <source>Nicht eindeutig, bitte wählen</source>
        <translation>Not clear, please choose</translation>
    </message>
</context>
<context>
    <name>PlanBody</name>
    <message>
        <source>Noch keine Maßnahmen</source>
        <translation>No measures yet</translation>
    </message>
    <message>
        <source>Der Umsetzungsplan sagt, was bis wann von wem getan wird, was es kostet und wer es bezahlt. Aus den Lücken der Erhebung schlägt der Katalog Maßnahmen vor.</source>
        <translation>The implementation plan says what is done by whom and by when, what it costs and who pays. From the gaps in the assessment the catalogue proposes measures.</translation>
    </message>
    <message>
        <source>Vorschläge ansehen</source>
        <translation>View proposals</translation>
    </message>
    <message>
        <source>Eigene Maßnahme anlegen</source>
        <translation>Add a measure of your own</translation>
    </message>
</context>
<context>
    <name>PlanExchange</name>
    <message>
        <source>Maßnahmen (*.csv)</source>
        <translation>Measures (*.csv)</translation>
    </message>
    <message>
        <source>Maßnahmen einlesen</source>
        <translation>Import measures</translation>
    </message>
    <message>
        <source>Umsetzungsplan.csv</source>
        <translation>Implementation-plan.csv</translation>
    </message>
    <message>
        <source>Maßnahmen ausgeben</source>
        <translation>Export measures</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>Plankopf bearbeiten</source>
        <translation>Edit the head of the plan</translation>
    </message>
    <message>
        <source>Zeitplan</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Prioritäten</source>
        <translation>Priorities</translation>
    </message>
    <message>
        <source>Vorschläge</source>
        <translation>Proposals</translation>
    </message>
    <message>
        <source>Maßnahmen aus dem Katalog übernehmen</source>
        <translation>Take measures from the catalogue</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: verschieben, löschen, einlesen, ausgeben</source>
        <translation>More: move, delete, import, export</translation>
    </message>
    <message>
        <source>Maßnahmen einlesen …</source>
        <translation>Import measures …</translation>
    </message>
    <message>
        <source>Maßnahmen ausgeben …</source>
        <translation>Export measures …</translation>
    </message>
    <message>
        <source>Umsetzungsplan</source>
        <translation>Implementation plan</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Umsetzungsplan</source>
        <translation>Implementation plan</translation>
    </message>
    <message>
        <source>Maßnahme anlegen</source>
        <translation>Add measure</translation>
    </message>
    <message>
        <source>Vorschläge ansehen</source>
        <translation>View proposals</translation>
    </message>
    <message>
        <source>Plankopf bearbeiten</source>
        <translation>Edit the head of the plan</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Zeitraum offen</source>
        <translation>Period open</translation>
    </message>
    <message>
        <source>Stand {day}</source>
        <translation>As of {day}</translation>
    </message>
    <message>
        <source>Zeitplan</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>{measure} ist gelöscht.</source>
        <translation>{measure} has been deleted.</translation>
    </message>
    <message>
        <source>Übernommen: {names}. Strg+Z nimmt alle zurück.</source>
        <translation>Added: {names}. Ctrl+Z takes all of them back.</translation>
    </message>
    <message>
        <source>Maßnahme bearbeiten</source>
        <translation>Edit measure</translation>
    </message>
    <message>
        <source>Einen Monat früher</source>
        <translation>One month earlier</translation>
    </message>
    <message>
        <source>Einen Monat später</source>
        <translation>One month later</translation>
    </message>
    <message>
        <source>Einen Monat kürzer</source>
        <translation>One month shorter</translation>
    </message>
    <message>
        <source>Einen Monat länger</source>
        <translation>One month longer</translation>
    </message>
    <message>
        <source>Weiter nach oben</source>
        <translation>Further up</translation>
    </message>
    <message>
        <source>Weiter nach unten</source>
        <translation>Further down</translation>
    </message>
    <message>
        <source>Maßnahme löschen</source>
        <translation>Delete measure</translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>ab {day}</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>bis {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>Priorität {letter}</source>
        <translation>priority {letter}</translation>
    </message>
    <message>
        <source>Zeitraum {period}</source>
        <translation>period {period}</translation>
    </message>
    <message>
        <source>Kosten {cost}</source>
        <translation>cost {cost}</translation>
    </message>
    <message>
        <source>Förderung {funding}</source>
        <translation>funding {funding}</translation>
    </message>
</context>
<context>
    <name>PlanningWork</name>
    <message>
        <source>„{title}“ ist entfernt.</source>
        <translation>“{title}” has been removed.</translation>
    </message>
    <message>
        <source>„{title}“ steht jetzt auf „{day}“.</source>
        <translation>“{title}” is now on “{day}”.</translation>
    </message>
</context>
<context>
    <name>PollCount</name>
    <message>
        <source>weiß nicht</source>
        <translation>don&apos;t know</translation>
    </message>
    <message>
        <source>Stimmen für Stufe {level}</source>
        <translation>Votes for level {level}</translation>
    </message>
    <message>
        <source>Weiß nicht</source>
        <translation>Don&apos;t know</translation>
    </message>
    <message>
        <source>{name}: eine mehr</source>
        <translation>{name}: one more</translation>
    </message>
</context>
<context>
    <name>PollLine</name>
    <message>
        <source>Punktabfrage</source>
        <translation>Poll</translation>
    </message>
    <message>
        <source>Punktabfrage (P)</source>
        <translation>Poll (P)</translation>
    </message>
    <message>
        <source>Zielstufe</source>
        <translation>Target level</translation>
    </message>
    <message>
        <source>Zielstufe abfragen (T)</source>
        <translation>Poll the target level (T)</translation>
    </message>
    <message>
        <source>Vertraulich: nur in der Vorab-Abfrage</source>
        <translation>Confidential: in the pre-survey only</translation>
    </message>
</context>
<context>
    <name>PollOutcome</name>
    <message>
        <source>Begründung</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Woran macht die Gruppe das fest?</source>
        <translation>What does the group base this on?</translation>
    </message>
    <message>
        <source>Abweichende Meinung</source>
        <translation>Dissenting view</translation>
    </message>
    <message>
        <source>Ohne Namen</source>
        <translation>Without names</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Wer klärt</source>
        <translation>Who clarifies</translation>
    </message>
    <message>
        <source>Bis wann</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>Stufe {level}, {word}</source>
        <translation>Level {level}, {word}</translation>
    </message>
    <message>
        <source>Festgehalten: {level}.</source>
        <translation>Recorded: {level}.</translation>
    </message>
    <message>
        <source>Festgehalten: {level}, als niedrigere Stufe.</source>
        <translation>Recorded: {level}, as the lower level.</translation>
    </message>
    <message>
        <source>Je Amt verschieden; für das Haus zählt {level}.</source>
        <translation>Differs per office; for the house {level} counts.</translation>
    </message>
    <message>
        <source>Festgehalten: {level}, mit abweichender Meinung.</source>
        <translation>Recorded: {level}, with a dissenting view.</translation>
    </message>
    <message>
        <source>Vertagt. Die Frage bleibt unbekannt, das Klären ist eine Aufgabe.</source>
        <translation>Postponed. The question stays unknown, clarifying it is a task.</translation>
    </message>
    <message>
        <source>Niedrigere Stufe</source>
        <translation>Lower level</translation>
    </message>
    <message>
        <source>Je Amt verschieden</source>
        <translation>Differs per office</translation>
    </message>
    <message>
        <source>Vertagen</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Amt hinzufügen</source>
        <translation>Add office</translation>
    </message>
    <message>
        <source>Worauf einigt sich die Gruppe? 0 bis 4 hält die Stufe fest.</source>
        <translation>What does the group agree on? 0 to 4 records the level.</translation>
    </message>
</context>
<context>
    <name>PollPanel</name>
    <message>
        <source>Anwesende</source>
        <translation>People present</translation>
    </message>
    <message>
        <source>Aufdecken</source>
        <translation>Reveal</translation>
    </message>
    <message>
        <source>Aufdecken (Eingabe)</source>
        <translation>Reveal (Enter)</translation>
    </message>
    <message>
        <source>Zweite Runde</source>
        <translation>Second round</translation>
    </message>
    <message>
        <source>Zweite Runde (R)</source>
        <translation>Second round (R)</translation>
    </message>
    <message>
        <source>Zahlen ändern</source>
        <translation>Change numbers</translation>
    </message>
    <message>
        <source>Neue Abfrage</source>
        <translation>New poll</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Sichtbarkeit der Zahlen</source>
        <translation>Who may see the figures</translation>
    </message>
    <message>
        <source>Abfrage schließen (Esc)</source>
        <translation>Close poll (Esc)</translation>
    </message>
    <message>
        <source>{voted} von {present} Stimmen</source>
        <translation>{voted} of {present} votes</translation>
    </message>
    <message>
        <source>{voted} Stimmen</source>
        <translation>{voted} votes</translation>
    </message>
    <message>
        <source>1 Stimme</source>
        <translation>1 vote</translation>
    </message>
    <message>
        <source>0 bis 4 und U zählen je eine Stimme, Rück nimmt die letzte zurück, Z tippt Zahlen, Eingabe deckt auf, Esc schließt. Bis dahin sieht die Runde nur, wie viele abgestimmt haben.</source>
        <translation>0 to 4 and U count one vote each, Backspace takes the last one back, Z types numbers, Enter reveals, Esc closes. Until then the room sees only how many have voted.</translation>
    </message>
    <message>
        <source>Die zweite Runde ist offen: Bitten Sie um Handzeichen, und zählen Sie wie zuvor.</source>
        <translation>The second round is open: ask for a show of hands, and count as before.</translation>
    </message>
    <message>
        <source>Anwesend</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Zahlen auf Papier</source>
        <translation>Figures on paper</translation>
    </message>
</context>
<context>
    <name>PollRoles</name>
    <message>
        <source>Die angesprochenen Rollen sagten</source>
        <translation>The roles addressed said</translation>
    </message>
    <message>
        <source>Stufe von {role}</source>
        <translation>Level of {role}</translation>
    </message>
</context>
<context>
    <name>PollSteps</name>
    <message>
        <source>Die Rücktaste nimmt nur zurück, was gerade gezählt wurde. Strg+Z nimmt frühere Schritte zurück.</source>
        <translation>Backspace takes back only what was counted just now. Ctrl+Z undoes earlier steps.</translation>
    </message>
    <message>
        <source>Aus dieser Runde ergibt sich keine Stufe. Wählen Sie eine mit 0 bis 4, oder vertagen Sie die Frage.</source>
        <translation>This round yields no level. Choose one by 0 to 4, or postpone the question.</translation>
    </message>
</context>
<context>
    <name>PollVerdict</name>
    <message>
        <source>Klärungsbedarf</source>
        <translation>To be clarified</translation>
    </message>
</context>
<context>
    <name>PollViews</name>
    <message>
        <source>1 Stimme</source>
        <translation>1 vote</translation>
    </message>
    <message>
        <source>{count} Stimmen</source>
        <translation>{count} votes</translation>
    </message>
    <message>
        <source>noch verdeckt</source>
        <translation>still covered</translation>
    </message>
    <message>
        <source>Klärungsbedarf</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>Punktabfrage {question}</source>
        <translation>Poll {question}</translation>
    </message>
    <message>
        <source>Zielstufe {dimension}</source>
        <translation>Target level {dimension}</translation>
    </message>
</context>
<context>
    <name>PreparationPage</name>
    <message>
        <source>Vorbereitung</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Zurückgekommene Bögen einlesen</source>
        <translation>Import forms that came back</translation>
    </message>
    <message>
        <source>Ordner mit Bögen einlesen</source>
        <translation>Import a folder of forms</translation>
    </message>
    <message>
        <source>Feedbackbogen erstellen</source>
        <translation>Make a feedback form</translation>
    </message>
    <message>
        <source>Feedback vom Papier eintippen</source>
        <translation>Type feedback from paper</translation>
    </message>
    <message>
        <source>Bitte tippen Sie erst den Bogen zu Ende, oder verwerfen Sie ihn.</source>
        <translation>Please finish typing the form first, or discard it.</translation>
    </message>
    <message>
        <source>Bogen {number} ist aus der Liste genommen.</source>
        <translation>Form {number} is taken off the list.</translation>
    </message>
    <message>
        <source>Ordner für die Bögen wählen</source>
        <translation>Choose a folder for the forms</translation>
    </message>
    <message>
        <source>Ordner für den Feedbackbogen wählen</source>
        <translation>Choose a folder for the feedback form</translation>
    </message>
    <message>
        <source>Auf diesem Bogen steht noch nichts. Bitte bewerten Sie wenigstens eine Aussage.</source>
        <translation>Nothing stands on this form yet. Please rate at least one statement.</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf);;Alle Dateien (*)</source>
        <translation>PDF files (*.pdf);;All files (*)</translation>
    </message>
    <message>
        <source>Zurückgekommene Bögen wählen</source>
        <translation>Choose forms that came back</translation>
    </message>
    <message>
        <source>Ordner mit zurückgekommenen Bögen wählen</source>
        <translation>Choose a folder of forms that came back</translation>
    </message>
    <message>
        <source>In diesem Ordner liegen keine PDF-Dateien. Es wurde nichts übernommen.</source>
        <translation>There are no PDF files in this folder. Nothing was taken over.</translation>
    </message>
    <message>
        <source>1 Bogen übernommen.</source>
        <translation>1 form taken over.</translation>
    </message>
    <message>
        <source>{count} Bögen übernommen.</source>
        <translation>{count} forms taken over.</translation>
    </message>
    <message>
        <source>Strg+Z nimmt das zurück.</source>
        <translation>Ctrl+Z takes that back.</translation>
    </message>
    <message>
        <source>Verworfen. Wer denselben Bogen noch einmal abtippt, findet die Antworten wieder.</source>
        <translation>Discarded. Whoever types the same form again finds the answers there.</translation>
    </message>
    <message>
        <source>Von diesem Bogen ist nicht bekannt, was er fragt. Bitte erstellen Sie ihn neu.</source>
        <translation>It is not known what this form asks. Please make it anew.</translation>
    </message>
</context>
<context>
    <name>PreparationViews</name>
    <message>
        <source>Checkliste</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>Vorab-Abfrage</source>
        <translation>Pre-survey</translation>
    </message>
    <message>
        <source>Startklar?</source>
        <translation>Ready to start?</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Notfallmappe speichern</source>
        <translation>Save the emergency folder</translation>
    </message>
    <message>
        <source>Die Notfallmappe liegt in „{file}“.</source>
        <translation>The emergency folder is in “{file}”.</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>neu</source>
        <translation>new</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>schon da</source>
        <translation>already there</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>fehlerhaft</source>
        <translation>faulty</translation>
    </message>
    <message>
        <source>Zeile</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Übernahme</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Bemerkung</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Überall den Stand hier behalten</source>
        <translation>Keep what is here everywhere</translation>
    </message>
    <message>
        <source>Überall den Stand der Datei übernehmen</source>
        <translation>Take what the file has everywhere</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>{case}: hier neu</source>
        <translation>{case}: new here</translation>
    </message>
    <message>
        <source>{case}: schon vorhanden</source>
        <translation>{case}: here already</translation>
    </message>
    <message>
        <source>Fall übernehmen</source>
        <translation>Take the case over</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Falldatei vom {day}, {time}</source>
        <translation>Case file of {day}, {time}</translation>
    </message>
    <message>
        <source>Auch gelöschte Personen wieder übernehmen</source>
        <translation>Take erased people in again as well</translation>
    </message>
    <message>
        <source>von {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>Übergabe an {name}</source>
        <translation>handed over to {name}</translation>
    </message>
    <message>
        <source>Alles andere aus der Datei ist schon da.</source>
        <translation>Everything else in the file is here already.</translation>
    </message>
    <message>
        <source>Alles aus der Datei ist schon da. Es gibt nichts zu übernehmen.</source>
        <translation>Everything in the file is here already. There is nothing to take over.</translation>
    </message>
    <message>
        <source>Neu: {what}</source>
        <translation>New: {what}</translation>
    </message>
    <message>
        <source>Dort neuer, kommt herein: {what}</source>
        <translation>Newer there, comes in: {what}</translation>
    </message>
    <message>
        <source>Hier neuer, bleibt: {what}</source>
        <translation>Newer here, stays: {what}</translation>
    </message>
    <message>
        <source>Gleich: {what}</source>
        <translation>Same: {what}</translation>
    </message>
    <message>
        <source>Der Fall kommt zu Ihnen zurück und lässt sich danach hier wieder bearbeiten.</source>
        <translation>The case comes back to you and can be worked on here again afterwards.</translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Dieser Fall wurde hier am {day} gelöscht; die Übernahme bringt ihn zurück.</source>
        <translation>This case was erased here on {day}; taking it in brings it back.</translation>
    </message>
    <message>
        <source>1 gelöschte Person wird nicht wieder übernommen.</source>
        <translation>1 erased person is not taken in again.</translation>
    </message>
    <message>
        <source>{count} gelöschte Personen werden nicht wieder übernommen.</source>
        <translation>{count} erased people are not taken in again.</translation>
    </message>
    <message>
        <source>Hier und dort geändert: Was soll gelten?</source>
        <translation>Changed here and there: what shall hold?</translation>
    </message>
    <message>
        <source>Noch 1 Entscheidung</source>
        <translation>1 decision left</translation>
    </message>
    <message>
        <source>Noch {count} Entscheidungen</source>
        <translation>{count} decisions left</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Bitte entscheiden Sie, was gemeint ist; offene Zeilen bleiben sonst draußen.</source>
        <translation>Please decide what is meant; open rows stay out otherwise.</translation>
    </message>
    <message>
        <source>Alles aus der Tabelle ist schon da. Es gibt nichts zu übernehmen.</source>
        <translation>Everything in the table is there already. There is nothing to take in.</translation>
    </message>
    <message>
        <source>Fehlerhafte Zeilen werden nicht übernommen. Berichtigen Sie sie in der Tabelle und lesen Sie die Datei noch einmal ein: Was schon da ist, kommt nicht doppelt.</source>
        <translation>Faulty rows are not taken in. Correct them in the table and import the file again: what is there already does not come twice.</translation>
    </message>
    <message>
        <source>So kommt die Tabelle herein. Danach lässt sich alles auf einmal zurücknehmen.</source>
        <translation>This is how the table comes in. Afterwards all of it can be taken back at once.</translation>
    </message>
    <message>
        <source>Zeilen der Tabelle</source>
        <translation>Rows of the table</translation>
    </message>
</context>
<context>
    <name>PricesSection</name>
    <message>
        <source>Preis</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Modul</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Gilt ab</source>
        <translation>Holds from</translation>
    </message>
    <message>
        <source>Gilt bis</source>
        <translation>Holds to</translation>
    </message>
    <message>
        <source>Preise der Module</source>
        <translation>Prices of the modules</translation>
    </message>
    <message>
        <source>Was ein Modul kostet, wenn die Kommune es selbst bezahlt. Eine neue Buchung übernimmt den Preis, der an ihrem Tag gilt; er steht in Angebot und Auftragsbestätigung und lässt sich je Buchung ändern.</source>
        <translation>What a module costs where the municipality pays it itself. A new booking takes the price that holds on its day; it stands in offer and order confirmation and can be changed for each booking.</translation>
    </message>
    <message>
        <source>Ein Preis für {module} endet, bevor er beginnt, und gilt deshalb nie.</source>
        <translation>A price of {module} ends before it begins and so never holds.</translation>
    </message>
    <message>
        <source>Zwei Preise für {module} beginnen am selben Tag; es gilt der obere.</source>
        <translation>Two prices of {module} begin on the same day; the upper one holds.</translation>
    </message>
</context>
<context>
    <name>PrioritiesView</name>
    <message>
        <source>Prioritäten</source>
        <translation>Priorities</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Endgültig gelöscht. Der Nachweis steht in den Einstellungen.</source>
        <translation>Erased for good. The record of it is in the settings.</translation>
    </message>
    <message>
        <source>Auskunft {name}.txt</source>
        <translation>Information {name}.txt</translation>
    </message>
    <message>
        <source>Text (*.txt);;JSON (*.json)</source>
        <translation>Text (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Auskunft speichern</source>
        <translation>Save information</translation>
    </message>
    <message>
        <source>Die Auskunft steht in {file}.</source>
        <translation>The information is in {file}.</translation>
    </message>
    <message>
        <source>Eine neue Sicherung ist da, die älteren sind gelöscht.</source>
        <translation>A new backup is there, the older ones are erased.</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>{count} Monate</source>
        <translation>{count} months</translation>
    </message>
    <message>
        <source>Vorgegeben von Ihrer IT.</source>
        <translation>Laid down by your IT department.</translation>
    </message>
    <message>
        <source>Ab der letzten Änderung eines Falls.</source>
        <translation>From the last change of a case on.</translation>
    </message>
    <message>
        <source>Fälle aufbewahren</source>
        <translation>Keep cases for</translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation>Data protection</translation>
    </message>
    <message>
        <source>Aufbewahrungsfrist abgelaufen</source>
        <translation>Retention ended</translation>
    </message>
    <message>
        <source>Nachweis der Löschungen</source>
        <translation>Record of what was erased</translation>
    </message>
    <message>
        <source>Bisher wurde nichts endgültig gelöscht.</source>
        <translation>Nothing has been erased for good so far.</translation>
    </message>
    <message>
        <source>Ältere nennt der Befehl „advisor-app privacy list“.</source>
        <translation>The command “advisor-app privacy list” names older ones.</translation>
    </message>
    <message>
        <source>{commune}, seit {day}</source>
        <translation>{commune}, since {day}</translation>
    </message>
    <message>
        <source>{commune}: 1 Person, seit {day}</source>
        <translation>{commune}: 1 person, since {day}</translation>
    </message>
    <message>
        <source>{commune}: {count} Personen, die erste seit {day}</source>
        <translation>{commune}: {count} people, the first since {day}</translation>
    </message>
    <message>
        <source>Aufbewahren oder löschen</source>
        <translation>Keep or erase</translation>
    </message>
    <message>
        <source>{commune} aufbewahren oder löschen</source>
        <translation>Keep or erase {commune}</translation>
    </message>
    <message>
        <source>{day}, {time} Uhr</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Kennung {id}</source>
        <translation>id {id}</translation>
    </message>
    <message>
        <source>noch nicht abgeschlossen</source>
        <translation>not finished yet</translation>
    </message>
</context>
<context>
    <name>ProcessHead</name>
    <message>
        <source>Steckbrief</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Ist-Ablauf</source>
        <translation>Flow as it is</translation>
    </message>
    <message>
        <source>Soll-Ablauf</source>
        <translation>Flow to be</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Fotos daneben zeigen (Alt+5)</source>
        <translation>Show photos beside (Alt+5)</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: ausgeben, Maßnahme, löschen</source>
        <translation>More: export, measure, delete</translation>
    </message>
    <message>
        <source>Ablauf als BPMN 2.0 …</source>
        <translation>Flow as BPMN 2.0 …</translation>
    </message>
    <message>
        <source>Ablauf als Bild (SVG) …</source>
        <translation>Flow as a picture (SVG) …</translation>
    </message>
    <message>
        <source>Maßnahme im Umsetzungsplan</source>
        <translation>Measure in the implementation plan</translation>
    </message>
    <message>
        <source>Prozess löschen</source>
        <translation>Delete process</translation>
    </message>
    <message>
        <source>Ohne Namen</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>ausgewählt</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>candidate</translation>
    </message>
</context>
<context>
    <name>ProcessProfile</name>
    <message>
        <source>Anmerkung</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Name des Prozesses</source>
        <translation>Name of the process</translation>
    </message>
    <message>
        <source>z. B. Hundesteuer-Anmeldung</source>
        <translation>e.g. dog tax registration</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Auslöser</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Womit beginnt der Prozess?</source>
        <translation>What does the process begin with?</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Womit endet er?</source>
        <translation>What does it end with?</translation>
    </message>
    <message>
        <source>Fälle im Jahr</source>
        <translation>Cases per year</translation>
    </message>
    <message>
        <source>Schlüssel aus dem Leistungskatalog, wo bekannt.</source>
        <translation>Key from the catalogue of services, where known.</translation>
    </message>
    <message>
        <source>LeiKa-Schlüssel</source>
        <translation>Key of the service (LeiKa)</translation>
    </message>
    <message>
        <source>Rechtsgrundlage</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Schriftform vorgeschrieben</source>
        <translation>Written form required</translation>
    </message>
    <message>
        <source>Fachverfahren</source>
        <translation>Specialist application</translation>
    </message>
    <message>
        <source>Formulare</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Welche Ämter und Funktionen, keine Namen</source>
        <translation>Which offices and functions, no names</translation>
    </message>
    <message>
        <source>Wer im Workshop dabei sein muss</source>
        <translation>Who has to be in the workshop</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>für den Workshop ausgewählt</source>
        <translation>chosen for the workshop</translation>
    </message>
    <message>
        <source>Arbeiten mehrere Gruppen zugleich, nimmt jede einen eigenen Prozess auf.</source>
        <translation>Where several groups work at the same time, each records a process of its own.</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>z. B. Gruppe A</source>
        <translation>e.g. group A</translation>
    </message>
    <message>
        <source>zeigt den Weg eines Schriftstücks (E-Akte)</source>
        <translation>shows the way of a document (e-file)</translation>
    </message>
    <message>
        <source>Modul 3</source>
        <translation>Module 3</translation>
    </message>
</context>
<context>
    <name>ProcessesPage</name>
    <message>
        <source>Prozesse</source>
        <translation>Processes</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Noch kein Prozess</source>
        <translation>No process yet</translation>
    </message>
    <message>
        <source>Hier wird aufgenommen, wie ein Prozess heute läuft und wie er laufen soll: Schritte, Rollen, Zeiten und Medienbrüche, mit Zeichnung und Nutzenrechnung.</source>
        <translation>Here it is recorded how a process runs today and how it is to run: steps, roles, times and media breaks, with a drawing and the benefit.</translation>
    </message>
    <message>
        <source>Prozess anlegen</source>
        <translation>Add a process</translation>
    </message>
    <message>
        <source>Prozess</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>Steckbrief</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Ist-Ablauf</source>
        <translation>Flow as it is</translation>
    </message>
    <message>
        <source>Soll-Ablauf</source>
        <translation>Flow to be</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Fotos daneben zeigen</source>
        <translation>Show photos beside</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Ablauf als BPMN 2.0 …</source>
        <translation>Flow as BPMN 2.0 …</translation>
    </message>
    <message>
        <source>Ablauf als Bild (SVG) …</source>
        <translation>Flow as a picture (SVG) …</translation>
    </message>
    <message>
        <source>Maßnahme im Umsetzungsplan</source>
        <translation>Measure in the implementation plan</translation>
    </message>
    <message>
        <source>Abschnitt</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>ausgewählt</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>Kandidat</source>
        <translation>candidate</translation>
    </message>
    <message>
        <source>Ohne Namen</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>{code} ist gelöscht.</source>
        <translation>{code} is deleted.</translation>
    </message>
    <message>
        <source>Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.</source>
        <translation>Measure {measure} stands in the implementation plan. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Ablauf als BPMN 2.0 speichern</source>
        <translation>Save the flow as BPMN 2.0</translation>
    </message>
    <message>
        <source>BPMN-Dateien (*.bpmn)</source>
        <translation>BPMN files (*.bpmn)</translation>
    </message>
    <message>
        <source>Ablauf als Bild speichern</source>
        <translation>Save the flow as a picture</translation>
    </message>
    <message>
        <source>Bilder (*.svg)</source>
        <translation>Pictures (*.svg)</translation>
    </message>
</context>
<context>
    <name>Programmes</name>
    <message>
        <source>Was Programme höchstens zahlen würden</source>
        <translation>What programmes would pay at most</translation>
    </message>
    <message>
        <source>Programm</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>höchstens</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>bleibt je Kommune</source>
        <translation>left for each commune</translation>
    </message>
    <message>
        <source>Gerechnet auf die externen Kosten, Gemeinsames einmal. Obergrenzen sind keine Zusagen; Quote, Frist und Förderfähigkeit vor dem Antrag bestätigen lassen.</source>
        <translation>Reckoned on the external costs, shared ones once. Upper limits are no promises; have quota, deadline and eligibility confirmed before applying.</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Stand der Arbeit</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Auswahl</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>noch keiner</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Anwendungsfälle</source>
        <translation>Use cases</translation>
    </message>
    <message>
        <source>noch keine Maßnahmen</source>
        <translation>no measures yet</translation>
    </message>
    <message>
        <source>{count} Maßnahmen</source>
        <translation>{count} measures</translation>
    </message>
    <message>
        <source>{count} Maßnahmen, 1 Hinweis</source>
        <translation>{count} measures, 1 finding</translation>
    </message>
    <message>
        <source>{count} Maßnahmen, {findings} Hinweise</source>
        <translation>{count} measures, {findings} findings</translation>
    </message>
    <message>
        <source>Umsetzungsplan</source>
        <translation>Implementation plan</translation>
    </message>
    <message>
        <source>1 Kandidat</source>
        <translation>1 candidate</translation>
    </message>
    <message>
        <source>{count} Kandidaten</source>
        <translation>{count} candidates</translation>
    </message>
    <message>
        <source>noch nichts gewählt</source>
        <translation>nothing chosen yet</translation>
    </message>
    <message>
        <source>{candidates}, entschieden: {way}</source>
        <translation>{candidates}, decided: {way}</translation>
    </message>
    <message>
        <source>Vorbereitung</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>1 Punkt offen</source>
        <translation>1 point open</translation>
    </message>
    <message>
        <source>{count} Punkte offen</source>
        <translation>{count} points open</translation>
    </message>
    <message>
        <source>alles liegt bereit</source>
        <translation>everything is in place</translation>
    </message>
    <message>
        <source>Startklar?</source>
        <translation>Ready to start?</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Wert {score}</source>
        <translation>Score {score}</translation>
    </message>
    <message>
        <source>{done} von {total} Fragen</source>
        <translation>{done} of {total} questions</translation>
    </message>
    <message>
        <source>Phase {phase}</source>
        <translation>Phase {phase}</translation>
    </message>
</context>
<context>
    <name>ProjectorWindow</name>
    <message>
        <source>Beamer</source>
        <translation>Projector</translation>
    </message>
</context>
<context>
    <name>ProposalRow</name>
    <message>
        <source>{id}: {low} bis {high} Personentage</source>
        <translation>{id}: {low} to {high} person days</translation>
    </message>
    <message>
        <source>{months} Monate</source>
        <translation>{months} months</translation>
    </message>
    <message>
        <source>nur im Verbund</source>
        <translation>in an alliance only</translation>
    </message>
    <message>
        <source>baut auf {names} auf</source>
        <translation>builds on {names}</translation>
    </message>
</context>
<context>
    <name>ProposalsPanel</name>
    <message>
        <source>Übernehmen</source>
        <translation>Add to plan</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Abbrechen (Esc)</source>
        <translation>Cancel (Esc)</translation>
    </message>
    <message>
        <source>Für jede Lücke zwischen Wert und Zielstufe, die größten zuerst. Wählen Sie aus, was in den Plan soll.</source>
        <translation>For every gap between score and target level, the largest first. Choose what goes into the plan.</translation>
    </message>
    <message>
        <source>Zurzeit gibt es keine Vorschläge: Entweder ist noch keine Dimension bewertet, oder alle erreichen ihre Zielstufe, oder alle passenden Maßnahmen stehen schon im Plan.</source>
        <translation>There are no proposals at the moment: either no dimension is assessed yet, or all reach their target level, or all measures that fit are already in the plan.</translation>
    </message>
    <message>
        <source>Vorschläge aus dem Katalog</source>
        <translation>Proposals from the catalogue</translation>
    </message>
    <message>
        <source>Wert {score}, Zielstufe {target}</source>
        <translation>Score {score}, target level {target}</translation>
    </message>
    <message>
        <source>{words} (angenommen)</source>
        <translation>{words} (assumed)</translation>
    </message>
    <message>
        <source>Wählen Sie zuerst eine Maßnahme.</source>
        <translation>Choose a measure first.</translation>
    </message>
    <message>
        <source>{count} von {all} gewählt</source>
        <translation>{count} of {all} chosen</translation>
    </message>
</context>
<context>
    <name>ProtectionSection</name>
    <message>
        <source>Passphrase entfernen</source>
        <translation>Remove passphrase</translation>
    </message>
    <message>
        <source>Schlüssel erneuern</source>
        <translation>Renew key</translation>
    </message>
    <message>
        <source>Dieses Gerät öffnet die Daten von selbst</source>
        <translation>This device opens the data by itself</translation>
    </message>
    <message>
        <source>Passphrase ändern</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Passphrase festlegen</source>
        <translation>Set passphrase</translation>
    </message>
    <message>
        <source>Neues Wiederherstellungsblatt</source>
        <translation>New recovery sheet</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt erstellen</source>
        <translation>Make recovery sheet</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Der Code darauf öffnet die Daten, wenn Gerät oder Passphrase verloren sind. Ein früheres Blatt gilt, bis Sie dieses bestätigen.</source>
        <translation>The code on it opens the data when device or passphrase are lost. An earlier sheet holds until you confirm this one.</translation>
    </message>
    <message>
        <source>Gilt, solange eine Passphrase festgelegt ist. {keys} verschließt sofort.</source>
        <translation>Holds while a passphrase is set. {keys} locks at once.</translation>
    </message>
    <message>
        <source>Schutz</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Verschließen, wenn niemand arbeitet</source>
        <translation>Lock when nobody works</translation>
    </message>
    <message>
        <source>nach {count} Minuten</source>
        <translation>after {count} minutes</translation>
    </message>
    <message>
        <source>nie</source>
        <translation>never</translation>
    </message>
    <message>
        <source>Ihre Organisation verlangt eine Passphrase mit mindestens {count} Zeichen.</source>
        <translation>Your organisation demands a passphrase of at least {count} characters.</translation>
    </message>
    <message>
        <source>Sie verlangt, dass sich das Fenster nach spätestens {count} Minuten verschließt.</source>
        <translation>It demands that the window is locked after {count} minutes at the latest.</translation>
    </message>
    <message>
        <source>Es gilt das Wiederherstellungsblatt {number}.</source>
        <translation>Recovery sheet {number} holds.</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Sperrfrage</source>
        <translation>Blocking question</translation>
    </message>
    <message>
        <source>vertraulich</source>
        <translation>confidential</translation>
    </message>
    <message>
        <source>Trifft nicht zu</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Noch unbekannt</source>
        <translation>Still unknown</translation>
    </message>
    <message>
        <source>Warum trifft die Frage nicht zu?</source>
        <translation>Why does the question not apply?</translation>
    </message>
    <message>
        <source>Begründung der Gruppe</source>
        <translation>The group’s reasons</translation>
    </message>
    <message>
        <source>Was wurde gesagt? Bitte keine Namen und keine Schwachstellen.</source>
        <translation>What was said? Please no names and no vulnerabilities.</translation>
    </message>
    <message>
        <source>Auskunft durch</source>
        <translation>Information from</translation>
    </message>
    <message>
        <source>nicht angegeben</source>
        <translation>not given</translation>
    </message>
    <message>
        <source>{dimension}, Frage {number} von {count}</source>
        <translation>{dimension}, question {number} of {count}</translation>
    </message>
    <message>
        <source>Gewicht {weight}</source>
        <translation>Weight {weight}</translation>
    </message>
    <message>
        <source>Nachweis: {evidence}</source>
        <translation>Evidence: {evidence}</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Vertraulich: nur in der Vorab-Abfrage</source>
        <translation>Confidential: pre-survey only</translation>
    </message>
    <message>
        <source>Beantworten</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>wie damals: {level}</source>
        <translation>as before: {level}</translation>
    </message>
    <message>
        <source>wie damals</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>noch keine Angaben</source>
        <translation>no figures yet</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Fürs Protokoll notieren Sie in einem geöffneten Fall.</source>
        <translation>Notes for the minutes are taken in an open case.</translation>
    </message>
    <message>
        <source>Dieser Fall kann nur gelesen werden.</source>
        <translation>This case can only be read.</translation>
    </message>
    <message>
        <source>Für das Protokoll braucht der Fall einen Workshoptag. Unter „Agenda“ legen Sie ihn an.</source>
        <translation>For minutes the case needs a workshop day. You add it under “Agenda”.</translation>
    </message>
</context>
<context>
    <name>RankingPart</name>
    <message>
        <source>Rangfolge</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Als Anwendungsfall übernehmen</source>
        <translation>Take over as a use case</translation>
    </message>
    <message>
        <source>Bewertung gelten lassen</source>
        <translation>Let the ratings hold</translation>
    </message>
    <message>
        <source>In die Mitte der Matrix setzen</source>
        <translation>Put into the middle of the matrix</translation>
    </message>
    <message>
        <source>Zu {code}</source>
        <translation>To {code}</translation>
    </message>
    <message>
        <source>noch nicht bewertet</source>
        <translation>not rated yet</translation>
    </message>
    <message>
        <source>Nutzen {benefit} · Machbarkeit {feasibility}</source>
        <translation>Benefit {benefit} · feasibility {feasibility}</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Platz {rank}</source>
        <translation>Rank {rank}</translation>
    </message>
    <message>
        <source>Gleichauf auf Platz 1: {names}. Hier entscheidet die Runde.</source>
        <translation>Tied on rank 1: {names}. Here the group decides.</translation>
    </message>
    <message>
        <source>Nach der Summe beider Seiten; gleiche Summen teilen sich den Platz (eigene Annahme).</source>
        <translation>By the sum of both sides; equal sums share a rank (own assumption).</translation>
    </message>
    <message>
        <source>Ziehen Sie einen Kandidaten in ein anderes Feld, oder bewegen Sie ihn mit den Pfeiltasten.</source>
        <translation>Drag a candidate into another field, or move it with the arrow keys.</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
    <message>
        <source>{name}: {number} von 5</source>
        <translation>{name}: {number} of 5</translation>
    </message>
</context>
<context>
    <name>RatingRows</name>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Aufwand</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Prio</source>
        <translation>Prio</translation>
    </message>
    <message>
        <source>Nutzen von {name}</source>
        <translation>Benefit of {name}</translation>
    </message>
    <message>
        <source>Aufwand von {name}</source>
        <translation>Effort of {name}</translation>
    </message>
    <message>
        <source>gering</source>
        <translation>low</translation>
    </message>
    <message>
        <source>hoch</source>
        <translation>high</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>In diesem Paket suchen</source>
        <translation>Search this pack</translation>
    </message>
    <message>
        <source>Teil</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Drucken ({keys})</source>
        <translation>Print ({keys})</translation>
    </message>
    <message>
        <source>Womit vergleichen?</source>
        <translation>Compare with what?</translation>
    </message>
    <message>
        <source>Weitere Treffer: {count}. Ein Wort mehr grenzt sie ein.</source>
        <translation>More hits: {count}. Another word narrows them down.</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Inhalt des Pakets</source>
        <translation>What the pack holds</translation>
    </message>
</context>
<context>
    <name>ReadyHint</name>
    <message>
        <source>Heute ist Workshop: {commune}, {module} „{title}“. Noch nicht alles ist als startklar bestätigt.</source>
        <translation>Workshop today: {commune}, {module} “{title}”. Not everything is confirmed as ready yet.</translation>
    </message>
    <message>
        <source>Morgen ist Workshop: {commune}, {module} „{title}“. Noch nicht alles ist als startklar bestätigt.</source>
        <translation>Workshop tomorrow: {commune}, {module} “{title}”. Not everything is confirmed as ready yet.</translation>
    </message>
    <message>
        <source>Startklar? prüfen</source>
        <translation>Check whether ready to start</translation>
    </message>
</context>
<context>
    <name>ReadyPanel</name>
    <message>
        <source>Workshoptag</source>
        <translation>Workshop day</translation>
    </message>
    <message>
        <source>Jetzt prüfen</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Kein Workshoptag steht bevor</source>
        <translation>No workshop day is ahead</translation>
    </message>
    <message>
        <source>Am Tag vor dem Workshop prüft diese Seite, ob alles bereitliegt. Dafür braucht der Fall einen Tag in der Agenda.</source>
        <translation>The day before the workshop this page checks whether everything is in place. For that the case needs a day in the agenda.</translation>
    </message>
    <message>
        <source>Zur Agenda</source>
        <translation>To the agenda</translation>
    </message>
    <message>
        <source>noch ohne Termin</source>
        <translation>no date yet</translation>
    </message>
</context>
<context>
    <name>ReadyRow</name>
    <message>
        <source>von Hand bestätigen</source>
        <translation>confirm by hand</translation>
    </message>
    <message>
        <source>{point}: von Hand bestätigen</source>
        <translation>{point}: confirm by hand</translation>
    </message>
</context>
<context>
    <name>ReadyWork</name>
    <message>
        <source>Es wird geprüft; die Sicherung wird zur Probe geöffnet …</source>
        <translation>Checking; the backup is opened as a test …</translation>
    </message>
    <message>
        <source>Die Notfallmappe wird erstellt …</source>
        <translation>Making the emergency folder …</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Blatt drucken</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Als PDF speichern und öffnen</source>
        <translation>Save as PDF and open</translation>
    </message>
    <message>
        <source>Ich habe das Blatt gedruckt und abgelegt</source>
        <translation>I have printed and filed the sheet</translation>
    </message>
    <message>
        <source>Letzte Gruppe des Codes</source>
        <translation>Last group of the code</translation>
    </message>
    <message>
        <source>Bestätigen</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Letzte Gruppe des Codes (die sechs Zeichen ganz rechts)</source>
        <translation>Last group of the code (the six characters on the far right)</translation>
    </message>
    <message>
        <source>Blatt speichern</source>
        <translation>Save sheet</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Das Blatt ist gedruckt.</source>
        <translation>The sheet is printed.</translation>
    </message>
    <message>
        <source>Der Drucker hat das Blatt nicht angenommen. Bitte wählen Sie einen anderen.</source>
        <translation>The printer did not take the sheet. Please choose another one.</translation>
    </message>
    <message>
        <source>Das Blatt liegt in „{file}“. Drucken Sie es aus, und löschen Sie die Datei danach.</source>
        <translation>The sheet is in “{file}”. Print it, and delete the file afterwards.</translation>
    </message>
    <message>
        <source>Das steht so nicht auf dem Blatt. Bitte vergleichen Sie die letzte Gruppe.</source>
        <translation>That is not what the sheet says. Please compare the last group.</translation>
    </message>
</context>
<context>
    <name>RegisterSection</name>
    <message>
        <source>Name, Kreis oder AGS der Kommune</source>
        <translation>Name, district or official key of the commune</translation>
    </message>
    <message>
        <source>Eigener Eintrag</source>
        <translation>Own entry</translation>
    </message>
    <message>
        <source>Amtliche Datei einlesen</source>
        <translation>Import the official file</translation>
    </message>
    <message>
        <source>Letzte Änderung zurücknehmen</source>
        <translation>Take back the last change</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Verzeichnis der Kommunen</source>
        <translation>Register of communes</translation>
    </message>
    <message>
        <source>Einträge: {count} · eigene und berichtigte: {own} · Gebietsstand der mitgelieferten: {day}</source>
        <translation>Entries: {count} · own and corrected: {own} · area status of those shipped: {day}</translation>
    </message>
    <message>
        <source>„{name}“ steht im Verzeichnis.</source>
        <translation>“{name}” is in the register.</translation>
    </message>
    <message>
        <source>Gemeindeverzeichnis GV100AD wählen</source>
        <translation>Choose the official register of municipalities (GV100AD)</translation>
    </message>
    <message>
        <source>Gemeindeverzeichnis (*.txt *.asc);;Alle Dateien (*)</source>
        <translation>Register of municipalities (*.txt *.asc);;All files (*)</translation>
    </message>
    <message>
        <source>Das Verzeichnis ist auf dem Stand von „{file}“.</source>
        <translation>The register is up to date with “{file}”.</translation>
    </message>
    <message>
        <source>Zurückgenommen: {what}</source>
        <translation>Taken back: {what}</translation>
    </message>
    <message>
        <source>Wiederhergestellt: {what}</source>
        <translation>Brought back: {what}</translation>
    </message>
    <message>
        <source>{gone} ist aufgegangen in {successor}.</source>
        <translation>{gone} has merged into {successor}.</translation>
    </message>
    <message>
        <source>{gone} hat keinen Nachfolger.</source>
        <translation>{gone} has no successor.</translation>
    </message>
</context>
<context>
    <name>ReleaseControl</name>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Stand des Dokuments</source>
        <translation>State of the document</translation>
    </message>
    <message>
        <source>bis</source>
        <translation>until</translation>
    </message>
    <message>
        <source>Letzter Tag der Stellungnahme</source>
        <translation>Last day for comments</translation>
    </message>
</context>
<context>
    <name>RenewalForm</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Weiter zum neuen Blatt</source>
        <translation>On to the new sheet</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Schlüssel erneuern</source>
        <translation>Renew key</translation>
    </message>
    <message>
        <source>Alle Daten werden mit einem neuen Schlüssel verschlüsselt. Das ist nötig, wenn jemand den Schlüssel oder eine Kopie der Daten mit der Passphrase haben könnte. Es gilt danach ein neues Wiederherstellungsblatt; ältere Sicherungen öffnen sich weiter mit dem bisherigen.</source>
        <translation>All data are encrypted under a new key. That is needed when somebody might have the key, or a copy of the data with the passphrase. A new recovery sheet holds then; older backups still open with the present one.</translation>
    </message>
    <message>
        <source>Alle Daten werden neu verschlüsselt</source>
        <translation>Encrypting all data anew</translation>
    </message>
    <message>
        <source>Alle Daten sind neu verschlüsselt. Es gilt das neue Wiederherstellungsblatt.</source>
        <translation>All data are encrypted anew. The new recovery sheet holds.</translation>
    </message>
</context>
<context>
    <name>ReplanPanel</name>
    <message>
        <source>Rest neu planen</source>
        <translation>Replan the rest</translation>
    </message>
    <message>
        <source>Schritte kürzen, keinen unter sein Mindestmaß</source>
        <translation>Shorten steps, none below its minimum</translation>
    </message>
    <message>
        <source>Ende des Tages</source>
        <translation>End of the day</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{minutes} min später, {time} Uhr</source>
        <translation>{minutes} min later, {time}</translation>
    </message>
    <message>
        <source>bleibt um {time} Uhr</source>
        <translation>stays at {time}</translation>
    </message>
    <message>
        <source>Ende um {time} Uhr, alles passt.</source>
        <translation>End at {time}, everything fits.</translation>
    </message>
    <message>
        <source>Ende um {time} Uhr statt {before} Uhr, alles passt.</source>
        <translation>End at {time} instead of {before}, everything fits.</translation>
    </message>
    <message>
        <source>Ende um {time} Uhr.</source>
        <translation>End at {time}.</translation>
    </message>
    <message>
        <source>Vor „{title}“ fehlen {minutes} min.</source>
        <translation>{minutes} min are missing before “{title}”.</translation>
    </message>
    <message>
        <source>Bis zum Ende fehlen {minutes} min.</source>
        <translation>{minutes} min are missing until the end.</translation>
    </message>
</context>
<context>
    <name>ReplanStepCard</name>
    <message>
        <source>Entf in der Tabelle</source>
        <translation>Del in the table</translation>
    </message>
    <message>
        <source>Die Vorlage sieht nicht vor, dass dieser Schritt entfällt.</source>
        <translation>The template does not intend this step to be dropped.</translation>
    </message>
    <message>
        <source>Kann entfallen.</source>
        <translation>May be dropped.</translation>
    </message>
    <message>
        <source>Dieser Schritt hat begonnen.</source>
        <translation>This step has begun.</translation>
    </message>
    <message>
        <source>Doch behalten</source>
        <translation>Keep after all</translation>
    </message>
    <message>
        <source>Streichen</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Doch an diesem Tag</source>
        <translation>On this day after all</translation>
    </message>
    <message>
        <source>Auf „{day}“</source>
        <translation>To “{day}”</translation>
    </message>
</context>
<context>
    <name>ReplanTable</name>
    <message>
        <source>Rest des Tages, bisher und neu</source>
        <translation>Rest of the day, so far and new</translation>
    </message>
</context>
<context>
    <name>ReplanWork</name>
    <message>
        <source>Der Rest des Tages ist neu geplant.</source>
        <translation>The rest of the day has been replanned.</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Anfrage notieren</source>
        <translation>Note a request</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Verwerfen (Esc)</source>
        <translation>Discard (Esc)</translation>
    </message>
    <message>
        <source>Die Anfrage ist noch nicht notiert, weil die Kommune fehlt. Ihre Eingaben stehen noch da. Bitte wählen Sie die Kommune oder verwerfen Sie die Anfrage.</source>
        <translation>The request has not been noted yet, because the commune is missing. What you entered is still there. Please choose the commune or discard the request.</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Telefon oder E-Mail</source>
        <translation>Telephone or email</translation>
    </message>
    <message>
        <source>Wunsch</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>Rückruf am</source>
        <translation>Call back on</translation>
    </message>
    <message>
        <source>Module, wenn schon bekannt</source>
        <translation>Modules, if known already</translation>
    </message>
    <message>
        <source>Modul</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Die Kommune fehlt noch. Bitte wählen Sie sie aus der Liste.</source>
        <translation>The commune is still missing. Please choose it from the list.</translation>
    </message>
    <message>
        <source>Die Anfrage von {commune} ist notiert.</source>
        <translation>The request of {commune} has been noted.</translation>
    </message>
</context>
<context>
    <name>RestorePreview</name>
    <message>
        <source>Passphrase oder Wiederherstellungscode</source>
        <translation>Passphrase or recovery code</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>Look into it</translation>
    </message>
    <message>
        <source>Wiederherstellen</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Sicherung {when}, Programmversion {program}</source>
        <translation>Backup {when}, program version {program}</translation>
    </message>
    <message>
        <source>Diese Sicherung gehört zu anderen Daten als den geöffneten. Die geöffneten werden ersetzt.</source>
        <translation>This backup belongs to other data than those in use. Those in use are replaced.</translation>
    </message>
    <message>
        <source>Fotos und Dateien, die am Ort der Sicherung fehlen: {count}</source>
        <translation>Photos and files that are missing where the backup lies: {count}</translation>
    </message>
    <message>
        <source>Passphrase oder Wiederherstellungscode dieser Sicherung</source>
        <translation>Passphrase or recovery code of this backup</translation>
    </message>
    <message>
        <source>Fälle darin: {count}. Welche es sind, sehen Sie mit der Passphrase oder dem Wiederherstellungscode, die zu dieser Sicherung gehören. Spätestens nach dem Wiederherstellen fragt das Programm danach.</source>
        <translation>Cases in it: {count}. Which they are you see with the passphrase or the recovery code that belongs to this backup. At the latest after restoring the program asks for it.</translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Sie enthält keinen Fall.</source>
        <translation>It holds no case.</translation>
    </message>
    <message>
        <source>Die Daten von jetzt werden vorher gesichert und im Datenordner unter „aside“ aufgehoben.</source>
        <translation>The present data are backed up before and kept in the data folder under “aside”.</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Erhebung wählen</source>
        <translation>Choose an assessment</translation>
    </message>
    <message>
        <source>Bericht erstellen</source>
        <translation>Make report</translation>
    </message>
    <message>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <source>Tabelle</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation>Impact areas</translation>
    </message>
    <message>
        <source>Wirkungsbereich</source>
        <translation>Impact area</translation>
    </message>
    <message>
        <source>Hier stehen Profil und Wert, sobald die ersten Antworten da sind.</source>
        <translation>Profile and score are shown here as soon as there are answers.</translation>
    </message>
    <message>
        <source>Zur Erhebung</source>
        <translation>To the assessment</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kommunen</source>
        <translation>Communes</translation>
    </message>
    <message>
        <source>Vergleich</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Was wäre, wenn</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>Andere Kommunen</source>
        <translation>Other communes</translation>
    </message>
    <message>
        <source>Andere</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Noch kein Ergebnis</source>
        <translation>No result yet</translation>
    </message>
    <message>
        <source>Angelegt: {title}</source>
        <translation>Added: {title}</translation>
    </message>
</context>
<context>
    <name>RetentionHint</name>
    <message>
        <source>In einer Woche wieder</source>
        <translation>Again in a week</translation>
    </message>
    <message>
        <source>{commune}: 1 Person</source>
        <translation>{commune}: 1 person</translation>
    </message>
    <message>
        <source>{commune}: {count} Personen</source>
        <translation>{commune}: {count} people</translation>
    </message>
    <message>
        <source>und {count} weitere</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>Die Aufbewahrungsfrist ist abgelaufen: bitte verlängern oder löschen.</source>
        <translation>The retention period has ended: please extend it or erase.</translation>
    </message>
</context>
<context>
    <name>RetentionSection</name>
    <message>
        <source>Aufbewahren mindestens bis</source>
        <translation>Keep at least until</translation>
    </message>
    <message>
        <source>Warum</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Aufbewahrung</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Die Frist beträgt {months} Monate nach der letzten Änderung und endet am {day}.</source>
        <translation>The period is {months} months after the last change and ends on {day}.</translation>
    </message>
    <message>
        <source>Die Frist von {months} Monaten nach der letzten Änderung ist am {day} abgelaufen.</source>
        <translation>The period of {months} months after the last change ended on {day}.</translation>
    </message>
</context>
<context>
    <name>ReturnCard</name>
    <message>
        <source>Alle Antworten zeigen</source>
        <translation>Show all answers</translation>
    </message>
    <message>
        <source>Abtippen …</source>
        <translation>Type in …</translation>
    </message>
    <message>
        <source>Welcher Bogen ist es?</source>
        <translation>Which form is it?</translation>
    </message>
    <message>
        <source>{rating} von 5</source>
        <translation>{rating} of 5</translation>
    </message>
    <message>
        <source>Das ist</source>
        <translation>This is</translation>
    </message>
    <message>
        <source>Feedbackbogen</source>
        <translation>Feedback form</translation>
    </message>
    <message>
        <source>{who}, Bogen {number}</source>
        <translation>{who}, form {number}</translation>
    </message>
    <message>
        <source>neu {count}</source>
        <translation>new {count}</translation>
    </message>
    <message>
        <source>geändert {count}</source>
        <translation>changed {count}</translation>
    </message>
    <message>
        <source>gleich {count}</source>
        <translation>same {count}</translation>
    </message>
    <message>
        <source>ohne Antworten</source>
        <translation>without answers</translation>
    </message>
    <message>
        <source>abgetippt</source>
        <translation>typed in</translation>
    </message>
    <message>
        <source>Dieselbe Rolle steht auch in „{file}“. Es wird nur eine der beiden Dateien übernommen.</source>
        <translation>The same role stands in “{file}” as well. Only one of the two files is taken over.</translation>
    </message>
    <message>
        <source>Diese Rolle hat schon geantwortet. Wenn Sie den Bogen ankreuzen, treten seine Antworten an die Stelle der früheren.</source>
        <translation>This role has answered already. If you tick the form, its answers take the place of the former ones.</translation>
    </message>
    <message>
        <source>Antworten ausblenden</source>
        <translation>Hide answers</translation>
    </message>
</context>
<context>
    <name>ReturnsPanel</name>
    <message>
        <source>Vereinbarte Antworten der Vorab-Abfrage</source>
        <translation>Agreed answers of the pre-survey</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Bogen {number}, {role}</source>
        <translation>Form {number}, {role}</translation>
    </message>
    <message>
        <source>1 Datei gelesen</source>
        <translation>1 file read</translation>
    </message>
    <message>
        <source>{count} Dateien gelesen</source>
        <translation>{count} files read</translation>
    </message>
    <message>
        <source>Noch ist nichts übernommen.</source>
        <translation>Nothing is taken over yet.</translation>
    </message>
    <message>
        <source>Nicht zu übernehmen: {count}.</source>
        <translation>Cannot be taken over: {count}.</translation>
    </message>
    <message>
        <source>1 Bogen übernehmen</source>
        <translation>Take over 1 form</translation>
    </message>
    <message>
        <source>{count} Bögen übernehmen</source>
        <translation>Take over {count} forms</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Zurück zum Abtippen</source>
        <translation>Back to typing</translation>
    </message>
    <message>
        <source>Keine Antwort wird neu vereinbart.</source>
        <translation>No answer is newly agreed.</translation>
    </message>
    <message>
        <source>1 Antwort wird vereinbart.</source>
        <translation>1 answer is agreed.</translation>
    </message>
    <message>
        <source>{count} Antworten werden vereinbart.</source>
        <translation>{count} answers are agreed.</translation>
    </message>
    <message>
        <source>{question} {text}: bleibt, wie von Hand vereinbart</source>
        <translation>{question} {text}: stays as agreed by hand</translation>
    </message>
    <message>
        <source>{question} {text}: bleibt offen, die Rollen unterscheiden sich</source>
        <translation>{question} {text}: stays open, the roles differ</translation>
    </message>
    <message>
        <source>Vereinbart: {answer}</source>
        <translation>Agreed: {answer}</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Wunsch der Kommune</source>
        <translation>The commune’s wish</translation>
    </message>
    <message>
        <source>Beratungshaus</source>
        <translation>Advisory organisation</translation>
    </message>
    <message>
        <source>Beratung</source>
        <translation>Adviser</translation>
    </message>
    <message>
        <source>Aktenzeichen des Beratungshauses</source>
        <translation>The advisory organisation’s reference number</translation>
    </message>
    <message>
        <source>Aktenzeichen der Kommune</source>
        <translation>The commune’s reference number</translation>
    </message>
    <message>
        <source>Stimmt alles?</source>
        <translation>Is everything right?</translation>
    </message>
    <message>
        <source>Was fehlt, können Sie jederzeit im Fall ergänzen.</source>
        <translation>What is missing can be added to the case at any time.</translation>
    </message>
    <message>
        <source>noch kein Modul gewählt</source>
        <translation>no module chosen yet</translation>
    </message>
    <message>
        <source>noch niemand</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>noch kein Termin</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>{module} {title}, Finanzierung: {financing}</source>
        <translation>{module} {title}, financing: {financing}</translation>
    </message>
</context>
<context>
    <name>RiskSection</name>
    <message>
        <source>Risiken und Meilensteine</source>
        <translation>Risks and milestones</translation>
    </message>
    <message>
        <source>Risiko</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>Gegenmaßnahme</source>
        <translation>Countermeasure</translation>
    </message>
    <message>
        <source>Risiken</source>
        <translation>Risks</translation>
    </message>
    <message>
        <source>Abhängigkeiten</source>
        <translation>Dependencies</translation>
    </message>
    <message>
        <source>Wovon hängt der Erfolg ab?</source>
        <translation>What does success depend on?</translation>
    </message>
    <message>
        <source>Meilenstein</source>
        <translation>Milestone</translation>
    </message>
    <message>
        <source>Bis</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Meilensteine</source>
        <translation>Milestones</translation>
    </message>
</context>
<context>
    <name>RoleTable</name>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>heißt hier</source>
        <translation>is called here</translation>
    </message>
    <message>
        <source>gibt es</source>
        <translation>exists</translation>
    </message>
    <message>
        <source>{role} heißt hier</source>
        <translation>{role} is called here</translation>
    </message>
    <message>
        <source>Gibt es {role}?</source>
        <translation>Does {role} exist?</translation>
    </message>
    <message>
        <source>nein, übernimmt {role}</source>
        <translation>no, taken on by {role}</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
</context>
<context>
    <name>RolloutPanel</name>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Beginn</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Verantwortung</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Nächstes Amt</source>
        <translation>Next office</translation>
    </message>
    <message>
        <source>Einführung je Amt</source>
        <translation>Rollout by office</translation>
    </message>
    <message>
        <source>In den Umsetzungsplan</source>
        <translation>Into the implementation plan</translation>
    </message>
    <message>
        <source>Plan öffnen</source>
        <translation>Open plan</translation>
    </message>
    <message>
        <source>Was vorher fertig sein muss</source>
        <translation>What must be ready before</translation>
    </message>
    <message>
        <source>Beginn und Ende als Monat (03/2027) oder Tag. Jedes Amt bekommt eine Maßnahme; Termine und Verantwortung gelten hier und im Umsetzungsplan zugleich. Nennen Sie Ämter und Funktionen, keine Namen.</source>
        <translation>Start and end as a month (03/2027) or a day. Each office gets a measure; dates and responsible hold here and in the implementation plan alike. Name offices and functions, no people.</translation>
    </message>
    <message>
        <source>1 Amt</source>
        <translation>1 office</translation>
    </message>
    <message>
        <source>{count} Ämter</source>
        <translation>{count} offices</translation>
    </message>
    <message>
        <source>Tragen Sie das erste Amt ein: eines, das will, mit wenigen Sonderfällen.</source>
        <translation>Enter the first office: one that wants to, with few special cases.</translation>
    </message>
    <message>
        <source>{count} noch nicht im Plan</source>
        <translation>{count} not in the plan yet</translation>
    </message>
    <message>
        <source>Das Ende liegt vor dem Beginn.</source>
        <translation>The end lies before the start.</translation>
    </message>
    <message>
        <source>„{office}“ ist gelöscht.</source>
        <translation>“{office}” is deleted.</translation>
    </message>
    <message>
        <source>„{office}“ ist gelöscht, die Maßnahme {code} auch.</source>
        <translation>“{office}” is deleted, and so is measure {code}.</translation>
    </message>
    <message>
        <source>1 Maßnahme im Plan angelegt.</source>
        <translation>1 measure added to the plan.</translation>
    </message>
    <message>
        <source>{count} Maßnahmen im Plan angelegt.</source>
        <translation>{count} measures added to the plan.</translation>
    </message>
</context>
<context>
    <name>RowQuestions</name>
    <message>
        <source>„{word}“ kann mehreres heißen. Gemeint ist:</source>
        <translation>“{word}” can mean several things. What is meant is:</translation>
    </message>
    <message>
        <source>Bitte wählen</source>
        <translation>Please choose</translation>
    </message>
</context>
<context>
    <name>RowWidget</name>
    <message>
        <source>bisherige Antwort</source>
        <translation>former answer</translation>
    </message>
    <message>
        <source>geändert</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>{title}, Zeile {number}</source>
        <translation>{title}, line {number}</translation>
    </message>
    <message>
        <source>Zeile {number} entfernen</source>
        <translation>Remove line {number}</translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message>
        <source>Regelwerk „Modulförderung“, Fassung {version}</source>
        <translation>Rules “Modulförderung”, version {version}</translation>
    </message>
    <message>
        <source>{version}, Stand {day}</source>
        <translation>{version}, as of {day}</translation>
    </message>
    <message>
        <source>Quelle und Wortlaut ansehen</source>
        <translation>View source and wording</translation>
    </message>
    <message>
        <source>Regel </source>
        <translation>Rule </translation>
    </message>
    <message>
        <source>So lesen wir, was offenbleibt</source>
        <translation>How we read what is left open</translation>
    </message>
    <message>
        <source>nicht gesichert</source>
        <translation>not certain</translation>
    </message>
    <message>
        <source>Was heute gilt</source>
        <translation>What holds today</translation>
    </message>
    <message>
        <source>Quelle: {titles}</source>
        <translation>Source: {titles}</translation>
    </message>
    <message>
        <source>Wortlaut schließen</source>
        <translation>Close wording</translation>
    </message>
</context>
<context>
    <name>RunningWork</name>
    <message>
        <source>{time} Uhr passt nicht: Ein Schritt endet nach seinem Beginn und nicht in der Zukunft.</source>
        <translation>{time} does not fit: a step ends after its beginning and not in the future.</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>„{title}“ gehört zu</source>
        <translation>“{title}” belongs to</translation>
    </message>
    <message>
        <source>Vorschlag im Auszug zum Üben: {solution}</source>
        <translation>Proposal in the extract to practise with: {solution}</translation>
    </message>
</context>
<context>
    <name>ScanModel</name>
    <message>
        <source>Kriterium</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Gewicht</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Gewichtetes Mittel</source>
        <translation>Weighted mean</translation>
    </message>
    <message>
        <source>Platz</source>
        <translation>Place</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Für diese Variante hat sich das Haus entschieden</source>
        <translation>The house has decided on this variant</translation>
    </message>
    <message>
        <source>Nicht betrachten</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Begründung</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Punkte von 0 (schlecht) bis 4 (sehr gut), Gewichte von 0 bis 5; eine Ziffer genügt. Skalen, Kriterien und vorgeschlagene Gewichte sind eigene Annahmen.</source>
        <translation>Points from 0 (bad) to 4 (very good), weights from 0 to 5; one figure is enough. Scales, criteria and proposed weights are own assumptions.</translation>
    </message>
    <message>
        <source>Vergeben Sie Punkte je Kriterium und Variante; die Rangfolge entsteht von selbst.</source>
        <translation>Give points by criterion and variant; the order comes by itself.</translation>
    </message>
    <message>
        <source>Zu beachten</source>
        <translation>To watch</translation>
    </message>
</context>
<context>
    <name>ScanTable</name>
    <message>
        <source>Gewichte und Punkte</source>
        <translation>Weights and points</translation>
    </message>
</context>
<context>
    <name>SectionEditor</name>
    <message>
        <source>Gedruckt wird nur, was für den Bericht freigegeben ist; sonst steht im Dokument der Vorschlag.</source>
        <translation>Only what is released for the report is printed; otherwise the document shows the proposal.</translation>
    </message>
    <message>
        <source>Zu diesem Dokument gibt es keine eigenen Texte.</source>
        <translation>This document has no texts of your own.</translation>
    </message>
</context>
<context>
    <name>SectionField</name>
    <message>
        <source>Vorschlag übernehmen und ändern</source>
        <translation>Take the proposal and edit it</translation>
    </message>
    <message>
        <source>Textbaustein einfügen</source>
        <translation>Insert a text block</translation>
    </message>
    <message>
        <source>Leer steht im Dokument der Vorschlag.</source>
        <translation>If empty, the document shows the proposal.</translation>
    </message>
    <message>
        <source>Steht so im Dokument.</source>
        <translation>Appears like this in the document.</translation>
    </message>
    <message>
        <source>Nicht für den Bericht freigegeben: Im Dokument steht der Vorschlag.</source>
        <translation>Not released for the report: the document shows the proposal.</translation>
    </message>
    <message>
        <source>Vorschlag des Programms</source>
        <translation>The program’s proposal</translation>
    </message>
</context>
<context>
    <name>SelectionHead</name>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Auswahl</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Wirkungsbereiche</source>
        <translation>Impact areas</translation>
    </message>
    <message>
        <source>Kandidaten</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Rangfolge</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Entscheidung</source>
        <translation>Decision</translation>
    </message>
</context>
<context>
    <name>SelectionPage</name>
    <message>
        <source>Noch keine Erhebung für Modul 4</source>
        <translation>No assessment for module 4 yet</translation>
    </message>
    <message>
        <source>Wirkungsbereiche und die Entscheidung gehören zu einer Erhebung. Legen Sie auf der Seite „Erhebung“ eine für Modul 4 an.</source>
        <translation>Impact areas and the decision belong to an assessment. Add one for module 4 on the page “Assessment”.</translation>
    </message>
    <message>
        <source>Zur Erhebung</source>
        <translation>To the assessment</translation>
    </message>
    <message>
        <source>Auswahl</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>Kandidat anlegen</source>
        <translation>Add candidate</translation>
    </message>
    <message>
        <source>Punktabfrage zu Wirkungsbereichen</source>
        <translation>Dot vote on impact areas</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Abschnitt</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>noch kein Bereich gewählt</source>
        <translation>no area chosen yet</translation>
    </message>
    <message>
        <source>1 Kandidat</source>
        <translation>1 candidate</translation>
    </message>
    <message>
        <source>{count} Kandidaten</source>
        <translation>{count} candidates</translation>
    </message>
    <message>
        <source>noch nicht entschieden</source>
        <translation>not decided yet</translation>
    </message>
    <message>
        <source>entschieden: {way}</source>
        <translation>decided: {way}</translation>
    </message>
    <message>
        <source>{code} ist gelöscht.</source>
        <translation>{code} is deleted.</translation>
    </message>
    <message>
        <source>{code} ist angelegt. Strg+Z nimmt das zurück.</source>
        <translation>{code} is added. Ctrl+Z takes that back.</translation>
    </message>
</context>
<context>
    <name>ServiceDelegate</name>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>ServiceDetail</name>
    <message>
        <source>Leistung löschen (Entf)</source>
        <translation>Delete service (Del)</translation>
    </message>
    <message>
        <source>Anmerkung</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Als Maßnahme in den Umsetzungsplan</source>
        <translation>Into the implementation plan as a measure</translation>
    </message>
    <message>
        <source>Wählen Sie links eine Leistung.</source>
        <translation>Choose a service on the left.</translation>
    </message>
    <message>
        <source>Maßnahme {measure} ansehen</source>
        <translation>View measure {measure}</translation>
    </message>
    <message>
        <source>Maßnahme daraus</source>
        <translation>Make it a measure</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Leistung</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Fälle im Jahr</source>
        <translation>Cases a year</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Plattform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Fachverfahren</source>
        <translation>Specialist procedure</translation>
    </message>
    <message>
        <source>Anmelden mit</source>
        <translation>Sign in with</translation>
    </message>
    <message>
        <source>Bezahlen</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Ende-zu-Ende</source>
        <translation>End to end</translation>
    </message>
    <message>
        <source>14 Ziffern, wo bekannt.</source>
        <translation>14 digits, where known.</translation>
    </message>
    <message>
        <source>LeiKa-Schlüssel</source>
        <translation>LeiKa key</translation>
    </message>
    <message>
        <source>Reifegrad {version}</source>
        <translation>Maturity level {version}</translation>
    </message>
    <message>
        <source>Früher: {version}</source>
        <translation>Earlier: {version}</translation>
    </message>
    <message>
        <source>Einstufung ist strittig</source>
        <translation>The rating is disputed</translation>
    </message>
    <message>
        <source>Klärung</source>
        <translation>Clarification</translation>
    </message>
</context>
<context>
    <name>ServiceList</name>
    <message>
        <source>Leistung, Amt oder LeiKa-Schlüssel suchen</source>
        <translation>Search service, office or LeiKa key</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Welche Leistungen</source>
        <translation>Which services</translation>
    </message>
    <message>
        <source>Alle Leistungen</source>
        <translation>All services</translation>
    </message>
    <message>
        <source>Zu klären</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>Nicht online beantragbar</source>
        <translation>Cannot be applied for online</translation>
    </message>
    <message>
        <source>Ohne Reifegrad</source>
        <translation>Without a level</translation>
    </message>
    <message>
        <source>Ohne Fallzahl</source>
        <translation>Without a number of cases</translation>
    </message>
    <message>
        <source>Alle Ämter</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>Ohne Amt</source>
        <translation>Without an office</translation>
    </message>
    <message>
        <source>{shown} von {count}</source>
        <translation>{shown} of {count}</translation>
    </message>
</context>
<context>
    <name>ServiceModel</name>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Leistung</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Amt</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Fälle im Jahr</source>
        <translation>Cases a year</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Plattform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Reifegrad</source>
        <translation>Maturity level</translation>
    </message>
    <message>
        <source>{level} strittig</source>
        <translation>{level} disputed</translation>
    </message>
    <message>
        <source>Nächste Leistung</source>
        <translation>Next service</translation>
    </message>
</context>
<context>
    <name>ServiceTable</name>
    <message>
        <source>Leistungen</source>
        <translation>Services</translation>
    </message>
</context>
<context>
    <name>ServicesHead</name>
    <message>
        <source>Leistungen</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Folgen je Amt</source>
        <translation>Effects by office</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Leistung</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: einlesen, speichern</source>
        <translation>More: read, save</translation>
    </message>
    <message>
        <source>Häufige Leistungen übernehmen</source>
        <translation>Take over frequent services</translation>
    </message>
    <message>
        <source>Tabelle einlesen …</source>
        <translation>Read a table …</translation>
    </message>
    <message>
        <source>Als Tabelle speichern …</source>
        <translation>Save as a table …</translation>
    </message>
    <message>
        <source>1 Leistung</source>
        <translation>1 service</translation>
    </message>
    <message>
        <source>{count} Leistungen</source>
        <translation>{count} services</translation>
    </message>
    <message>
        <source>{count} online beantragbar</source>
        <translation>{count} can be applied for online</translation>
    </message>
    <message>
        <source>{count} ohne Reifegrad</source>
        <translation>{count} without a level</translation>
    </message>
    <message>
        <source>{count} strittig</source>
        <translation>{count} disputed</translation>
    </message>
</context>
<context>
    <name>ServicesLine</name>
    <message>
        <source>Leistungen ansehen</source>
        <translation>View services</translation>
    </message>
    <message>
        <source>Aus der Leistungsübersicht</source>
        <translation>From the overview of services</translation>
    </message>
    <message>
        <source>Strittige Einstufungen: {count}.</source>
        <translation>Disputed ratings: {count}.</translation>
    </message>
    <message>
        <source>Ohne Reifegrad: {count}.</source>
        <translation>Without a maturity level: {count}.</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Noch keine Leistungen</source>
        <translation>No services yet</translation>
    </message>
    <message>
        <source>Hier steht, welche Leistungen das Haus erbringt, welches Amt sie bearbeitet, wie oft sie gebraucht werden und wie weit sie online sind. Beginnen Sie mit den häufigen Leistungen einer solchen Kommune, oder lesen Sie über „Mehr“ eine Tabelle ein.</source>
        <translation>This is where you see which services the house provides, which office handles them, how often they are needed and how far they are online. Begin with the frequent services of such a commune, or read a table by “More”.</translation>
    </message>
    <message>
        <source>Häufige Leistungen übernehmen</source>
        <translation>Take over frequent services</translation>
    </message>
    <message>
        <source>Leistung anlegen</source>
        <translation>Add service</translation>
    </message>
    <message>
        <source>Leistungen</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Leistungen einlesen (Excel, CSV)</source>
        <translation>Read services (Excel, CSV)</translation>
    </message>
    <message>
        <source>Leistungen als Tabelle speichern</source>
        <translation>Save services as a table</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Zu klären</source>
        <translation>To be clarified</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Folgen je Amt</source>
        <translation>Effects by office</translation>
    </message>
    <message>
        <source>{service} ist gelöscht.</source>
        <translation>{service} is deleted.</translation>
    </message>
    <message>
        <source>Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.</source>
        <translation>Measure {measure} is in the implementation plan. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Häufige Leistungen übernommen: {count}. Strg+Z nimmt alle zurück.</source>
        <translation>Frequent services taken over: {count}. Ctrl+Z takes all of them back.</translation>
    </message>
    <message>
        <source>Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;CSV file (*.csv)</translation>
    </message>
    <message>
        <source>Leistungen.xlsx</source>
        <translation>Services.xlsx</translation>
    </message>
    <message>
        <source>Leistungen eingelesen: {count}. Strg+Z nimmt alle zurück.</source>
        <translation>Services taken in: {count}. Ctrl+Z takes all of them back.</translation>
    </message>
    <message>
        <source>Alle häufigen Leistungen einer solchen Kommune sind schon da.</source>
        <translation>All frequent services of such a commune are there already.</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>{office} ist gelöscht.</source>
        <translation>{office} is deleted.</translation>
    </message>
    <message>
        <source>Leistungen speichern</source>
        <translation>Save services</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Schritt {number} von {count}</source>
        <translation>Step {number} of {count}</translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Nächster Schritt</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Weiter zu {step}</source>
        <translation>Go on to {step}</translation>
    </message>
    <message>
        <source>Zum Überblick</source>
        <translation>To the overview</translation>
    </message>
    <message>
        <source>Entwurf gesichert. Sie können jederzeit unterbrechen.</source>
        <translation>Draft saved. You can stop at any time.</translation>
    </message>
    <message>
        <source>Alles ist gesichert.</source>
        <translation>Everything is saved.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Verlauf dieser Antwort</source>
        <translation>History of this answer</translation>
    </message>
    <message>
        <source>Eine Frage</source>
        <translation>One question</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Klärung</source>
        <translation>Clarify</translation>
    </message>
    <message>
        <source>Es gibt noch keine Erhebung. Sie entsteht, sobald ein Modul gebucht ist.</source>
        <translation>There is no assessment yet. It is made as soon as a module is booked.</translation>
    </message>
    <message>
        <source>Klärungsliste</source>
        <translation>List to clarify</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Pakete</source>
        <translation>Packs</translation>
    </message>
    <message>
        <source>Im Paket</source>
        <translation>In the pack</translation>
    </message>
    <message>
        <source>Arbeitsmappe einlesen …</source>
        <translation>Take in a workbook …</translation>
    </message>
    <message>
        <source>Ordner einlesen …</source>
        <translation>Take in a folder …</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Rest neu planen</source>
        <translation>Replan the rest</translation>
    </message>
    <message>
        <source>Notiz zum Schritt</source>
        <translation>Note on the step</translation>
    </message>
    <message>
        <source>Was wurde gesagt, was ist zu tun?</source>
        <translation>What was said, what is to be done?</translation>
    </message>
    <message>
        <source>Wirkungsbereiche: {areas}</source>
        <translation>Impact areas: {areas}</translation>
    </message>
    <message>
        <source>Wirkungsbereiche wählen</source>
        <translation>Choose impact areas</translation>
    </message>
    <message>
        <source>Bereiche wählen</source>
        <translation>Choose areas</translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation>{done} of {total}</translation>
    </message>
</context>
<context>
    <name>SolutionSection</name>
    <message>
        <source>Lösung</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>Was wird beschafft, gebaut oder geändert?</source>
        <translation>What is bought, built or changed?</translation>
    </message>
    <message>
        <source>Abgrenzung</source>
        <translation>Exclusions</translation>
    </message>
    <message>
        <source>Was leistet die Lösung ausdrücklich nicht?</source>
        <translation>What does the solution expressly not do?</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Beteiligte</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Verantwortung im Fach</source>
        <translation>Responsible department</translation>
    </message>
    <message>
        <source>Verantwortung für den Betrieb</source>
        <translation>Responsible for operation</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Jetzt sichern</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Zweiten Ort wählen</source>
        <translation>Choose a second place</translation>
    </message>
    <message>
        <source>Nicht mehr benutzen</source>
        <translation>Stop using it</translation>
    </message>
    <message>
        <source>Letzte Sicherung: {when}</source>
        <translation>Last backup: {when}</translation>
    </message>
    <message>
        <source>Es gibt noch keine Sicherung</source>
        <translation>There is no backup yet</translation>
    </message>
    <message>
        <source>Das Programm sichert von selbst: alle 30 Minuten, wenn sich etwas geändert hat, und beim Schließen. Es behält alles der letzten zwei Tage, dann eine Sicherung je Tag, Woche und Monat.</source>
        <translation>The program backs up by itself: every 30 minutes where something was changed, and on closing. It keeps all of the last two days, then one backup a day, week and month.</translation>
    </message>
    <message>
        <source>Alle Sicherungen liegen auf diesem Rechner. Mit einem zweiten Ort, etwa einem USB-Stick oder Netzlaufwerk, überstehen Ihre Fälle auch den Verlust des Rechners.</source>
        <translation>All backups lie on this machine. With a second place, such as a USB stick or network drive, your cases survive the loss of the machine as well.</translation>
    </message>
    <message>
        <source>Zweiter Ort: {place}, erreichbar</source>
        <translation>Second place: {place}, in reach</translation>
    </message>
    <message>
        <source>Zweiter Ort: {place}, zurzeit nicht erreichbar. Die Sicherung wird nachgeholt, sobald er wieder da ist.</source>
        <translation>Second place: {place}, out of reach at present. It gets its backup as soon as it is there again.</translation>
    </message>
    <message>
        <source>Sicherung …</source>
        <translation>Backing up …</translation>
    </message>
    <message>
        <source>Gesichert, auch am zweiten Ort.</source>
        <translation>Backed up, also in the second place.</translation>
    </message>
    <message>
        <source>Gesichert.</source>
        <translation>Backed up.</translation>
    </message>
    <message>
        <source>Zweiten Ort für Sicherungen wählen</source>
        <translation>Choose a second place for backups</translation>
    </message>
</context>
<context>
    <name>StateChips</name>
    <message>
        <source>{state}, {count} Fälle</source>
        <translation>{state}, {count} cases</translation>
    </message>
    <message>
        <source>{state}, 1 Fall</source>
        <translation>{state}, 1 case</translation>
    </message>
    <message>
        <source>Alle offenen</source>
        <translation>All open</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation>Completed</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>gesichert {time}</source>
        <translation>saved {time}</translation>
    </message>
    <message>
        <source>alles gesichert</source>
        <translation>everything saved</translation>
    </message>
    <message>
        <source>verschlossen</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>Verschließen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Verschließen ({keys})</source>
        <translation>Lock ({keys})</translation>
    </message>
    <message>
        <source>ohne Passphrase</source>
        <translation>no passphrase</translation>
    </message>
    <message>
        <source>Nur das Gerät schützt die Daten. Hier legen Sie eine Passphrase fest ({keys}).</source>
        <translation>Only the device protects the data. Set a passphrase here ({keys}).</translation>
    </message>
    <message>
        <source>schreibt …</source>
        <translation>saving …</translation>
    </message>
    <message>
        <source>Nicht gesichert – Datenträger voll</source>
        <translation>Not saved – disk full</translation>
    </message>
    <message>
        <source>Nicht gesichert – Datenträger gestört</source>
        <translation>Not saved – disk failing</translation>
    </message>
    <message>
        <source>Nicht gesichert – Datenordner fehlt</source>
        <translation>Not saved – data folder gone</translation>
    </message>
    <message>
        <source>Nicht gesichert – Daten gesperrt</source>
        <translation>Not saved – data locked</translation>
    </message>
    <message>
        <source>Nicht gesichert – schreibgeschützt</source>
        <translation>Not saved – write-protected</translation>
    </message>
    <message>
        <source>Nicht gesichert – Datenbank beschädigt</source>
        <translation>Not saved – database damaged</translation>
    </message>
    <message>
        <source>nicht gesichert</source>
        <translation>not saved</translation>
    </message>
    <message>
        <source>Datenbank beschädigt</source>
        <translation>Database damaged</translation>
    </message>
    <message>
        <source>nicht geöffnet</source>
        <translation>not open</translation>
    </message>
    <message>
        <source>nur lesen</source>
        <translation>read only</translation>
    </message>
    <message>
        <source>Datenträger fast voll</source>
        <translation>disk nearly full</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Was jetzt hilft</source>
        <translation>What helps now</translation>
    </message>
    <message>
        <source>Seiten, Befehle und Fälle nach Namen ({keys})</source>
        <translation>Pages, commands and cases by name ({keys})</translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Beamer an oder aus ({keys})</source>
        <translation>Projector on or off ({keys})</translation>
    </message>
    <message>
        <source>Handbuch zu dieser Seite ({keys})</source>
        <translation>Handbook for this page ({keys})</translation>
    </message>
    <message>
        <source>Beamer aus</source>
        <translation>Projector off</translation>
    </message>
    <message>
        <source>Zur Abfrage, an der Handys teilnehmen</source>
        <translation>To the poll in which phones take part</translation>
    </message>
    <message>
        <source>Hell oder dunkel</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Entwurf – noch nicht gesichert</source>
        <translation>Draft – not saved yet</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Schrift größer ({more}) oder kleiner ({less})</source>
        <translation>Larger ({more}) or smaller ({less}) text</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>Schritt {number}: {title}</source>
        <translation>Step {number}: {title}</translation>
    </message>
</context>
<context>
    <name>StepClock</name>
    <message>
        <source>{title}: noch {figure}</source>
        <translation>{title}: {figure} left</translation>
    </message>
    <message>
        <source>{title}: {figure}</source>
        <translation>{title}: {figure}</translation>
    </message>
</context>
<context>
    <name>StepDelegate</name>
    <message>
        <source>keiner</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>StepEditor</name>
    <message>
        <source>Arbeit</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Mittag</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>Teil der Prozessaufnahmen</source>
        <translation>Part of the process sheets</translation>
    </message>
    <message>
        <source>keine</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Mindestens</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Fester Beginn</source>
        <translation>Fixed start</translation>
    </message>
    <message>
        <source>Modul</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Seite im Programm</source>
        <translation>Page in the program</translation>
    </message>
    <message>
        <source>Fragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>zuletzt gezeigter Teil</source>
        <translation>part shown last</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Hat begonnen um</source>
        <translation>Began at</translation>
    </message>
    <message>
        <source>Hat geendet um</source>
        <translation>Ended at</translation>
    </message>
    <message>
        <source>Schritt entfernen</source>
        <translation>Remove step</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>alle, um die es im Schritt geht</source>
        <translation>all that the step is about</translation>
    </message>
</context>
<context>
    <name>StepGuidance</name>
    <message>
        <source>So moderieren</source>
        <translation>How to moderate</translation>
    </message>
    <message>
        <source>Gesprächspunkte</source>
        <translation>Talking points</translation>
    </message>
    <message>
        <source>Zum Belegen</source>
        <translation>Facts to refer to</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Am Ende liegt vor</source>
        <translation>At the end there is</translation>
    </message>
    <message>
        <source>Wenn der Schritt entfällt</source>
        <translation>If the step is dropped</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Zurück zum Schritt</source>
        <translation>Back to the step</translation>
    </message>
    <message>
        <source>Schritt {place} von {count}: {title}</source>
        <translation>Step {place} of {count}: {title}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Schritte</source>
        <translation>Steps</translation>
    </message>
</context>
<context>
    <name>StepMenu</name>
    <message>
        <source>Schritt teilen, verschieben oder entfernen</source>
        <translation>Split, move or remove the step</translation>
    </message>
    <message>
        <source>Teilen</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Nicht mehr parallel</source>
        <translation>No longer in parallel</translation>
    </message>
    <message>
        <source>Parallel zum Schritt davor</source>
        <translation>In parallel with the step before</translation>
    </message>
    <message>
        <source>Auf einen anderen Tag</source>
        <translation>To another day</translation>
    </message>
    <message>
        <source>Auf einen neuen Tag</source>
        <translation>To a new day</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>StepModel</name>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tätigkeit</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Rolle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Hilfsmittel</source>
        <translation>Aid</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Tage</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Medienbruch</source>
        <translation>Media break</translation>
    </message>
    <message>
        <source>Unterlagen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Idee</source>
        <translation>Idea</translation>
    </message>
    <message>
        <source>Nächster Schritt</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>StepNoteRow</name>
    <message>
        <source>Notiz zum Schritt</source>
        <translation>Note on the step</translation>
    </message>
    <message>
        <source>In der Agenda öffnen</source>
        <translation>Open in the agenda</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Beginn festhalten</source>
        <translation>Fix the start</translation>
    </message>
    <message>
        <source>Schritt ändern (F2)</source>
        <translation>Edit step (F2)</translation>
    </message>
    <message>
        <source>Schritt {place} von {count}</source>
        <translation>Step {place} of {count}</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Ziel: {goal}</source>
        <translation>Goal: {goal}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min, kann entfallen</source>
        <translation>{minutes} min, can be dropped</translation>
    </message>
    <message>
        <source>{minutes} min, mindestens {least}</source>
        <translation>{minutes} min, at least {least}</translation>
    </message>
    <message>
        <source>Gruppe {name}</source>
        <translation>Group {name}</translation>
    </message>
    <message>
        <source>fest um {time}</source>
        <translation>fixed at {time}</translation>
    </message>
    <message>
        <source>{time} festhalten</source>
        <translation>Fix {time}</translation>
    </message>
    <message>
        <source>Beginn um {time} Uhr ist fest</source>
        <translation>The start at {time} is fixed</translation>
    </message>
    <message>
        <source>Beginn um {time} Uhr festhalten</source>
        <translation>Fix the start at {time}</translation>
    </message>
</context>
<context>
    <name>StepTable</name>
    <message>
        <source>Schritte</source>
        <translation>Steps</translation>
    </message>
</context>
<context>
    <name>TableImport</name>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Tabellen (*.xlsx *.csv *.txt *.tsv);;Alle Dateien (*)</source>
        <translation>Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)</translation>
    </message>
    <message>
        <source>Tabelle einlesen</source>
        <translation>Import table</translation>
    </message>
    <message>
        <source>„{file}“ einlesen</source>
        <translation>Import “{file}”</translation>
    </message>
    <message>
        <source>Die Datei wird gelesen …</source>
        <translation>Reading the file …</translation>
    </message>
    <message>
        <source>Bitte wählen Sie, welche Spalte das enthält: {names}.</source>
        <translation>Please choose which column holds this: {names}.</translation>
    </message>
    <message>
        <source>1 Zeile übernehmen</source>
        <translation>Take 1 row in</translation>
    </message>
    <message>
        <source>{count} Zeilen übernehmen</source>
        <translation>Take {count} rows in</translation>
    </message>
    <message>
        <source>Die Zeilen werden verglichen …</source>
        <translation>Comparing the rows …</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
</context>
<context>
    <name>TargetsStrip</name>
    <message>
        <source>ohne Ziel</source>
        <translation>no target</translation>
    </message>
    <message>
        <source>Ziel {level}, Annahme</source>
        <translation>Target {level}, assumed</translation>
    </message>
    <message>
        <source>Ziel {level}</source>
        <translation>Target {level}</translation>
    </message>
</context>
<context>
    <name>TaskEditor</name>
    <message>
        <source>Aufgabe</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Fällig am</source>
        <translation>Due on</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>{task} erledigt</source>
        <translation>{task} done</translation>
    </message>
    <message>
        <source>Weitere Schritte für {task}</source>
        <translation>Further steps for {task}</translation>
    </message>
    <message>
        <source>Tag, Zuständigkeit, entfällt</source>
        <translation>Day, who does it, left out</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Tag wieder berechnen</source>
        <translation>Count the day back again</translation>
    </message>
    <message>
        <source>Doch erledigen</source>
        <translation>Do it after all</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Entfällt hier</source>
        <translation>Left out here</translation>
    </message>
</context>
<context>
    <name>TextsSection</name>
    <message>
        <source>Name, wie er in den Texten steht</source>
        <translation>Name as it stands in the texts</translation>
    </message>
    <message>
        <source>In Texten suchen</source>
        <translation>Search in texts</translation>
    </message>
    <message>
        <source>Namen in Texten</source>
        <translation>Names in texts</translation>
    </message>
    <message>
        <source>Notizen, Begründungen und Pläne können Namen enthalten, auch von Personen, die oben fehlen.</source>
        <translation>Notes, reasons and plans may contain names, also of people who are not listed above.</translation>
    </message>
    <message>
        <source>An die Stelle des Namens tritt „[gelöscht]“. Das lässt sich nicht rückgängig machen.</source>
        <translation>“[gelöscht]” takes the place of the name. This cannot be undone.</translation>
    </message>
    <message>
        <source>Namen endgültig löschen</source>
        <translation>Erase the name for good</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{minutes} Minuten</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>Schritte des Tages</source>
        <translation>Steps of the day</translation>
    </message>
</context>
<context>
    <name>TimelineDelegate</name>
    <message>
        <source>{before} → {after} min</source>
        <translation>{before} → {after} min</translation>
    </message>
</context>
<context>
    <name>TypingPanel</name>
    <message>
        <source>Weiß ich nicht</source>
        <translation>Do not know</translation>
    </message>
    <message>
        <source>Trifft nicht zu</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>Anmerkung auf dem Bogen</source>
        <translation>Note on the form</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Prüfen und übernehmen …</source>
        <translation>Check and take over …</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>vom Papier</source>
        <translation>from paper</translation>
    </message>
    <message>
        <source>Bogen {number}, {name}</source>
        <translation>Form {number}, {name}</translation>
    </message>
    <message>
        <source>Ohne Datei: Tippen Sie die Antworten vom Papier ab.</source>
        <translation>Without a file: type in the answers from the paper.</translation>
    </message>
    <message>
        <source>Die Seiten werden gezeichnet …</source>
        <translation>The pages are being drawn …</translation>
    </message>
    <message>
        <source>Frage {number} von {count}, beantwortet: {done}</source>
        <translation>Question {number} of {count}, answered: {done}</translation>
    </message>
</context>
<context>
    <name>UnmetList</name>
    <message>
        <source>heute {value}</source>
        <translation>today {value}</translation>
    </message>
    <message>
        <source>nötig {value}</source>
        <translation>needed {value}</translation>
    </message>
</context>
<context>
    <name>UpdatePreview</name>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Verwerfen</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Was „{file}“ ändern würde</source>
        <translation>What “{file}” would change</translation>
    </message>
    <message>
        <source>Nichts: Das Verzeichnis hat diesen Stand schon.</source>
        <translation>Nothing: the register is already up to date with it.</translation>
    </message>
    <message>
        <source> und {count} weitere</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <source>{count} neu</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <source>{count} umbenannt</source>
        <translation>{count} renamed</translation>
    </message>
    <message>
        <source>{count} mit neuem Schlüssel</source>
        <translation>{count} with a new key</translation>
    </message>
    <message>
        <source>{count} mit neuen Angaben</source>
        <translation>{count} with new details</translation>
    </message>
    <message>
        <source>{count} aufgegangen in einer anderen</source>
        <translation>{count} merged into another</translation>
    </message>
    <message>
        <source>{count} fehlen in der Datei und bleiben, bis ihre Nachfolge bekannt ist</source>
        <translation>{count} are missing from the file and stay until their successor is known</translation>
    </message>
    <message>
        <source>{count} unverändert mit neuem Stichtag</source>
        <translation>{count} unchanged with a new reference date</translation>
    </message>
    <message>
        <source>{count} bleiben, weil sie neuer sind oder von Ihnen stammen</source>
        <translation>{count} stay because they are newer or your own</translation>
    </message>
</context>
<context>
    <name>UsageHead</name>
    <message>
        <source>Einlesen …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: ausgeben, Ergebnisbericht</source>
        <translation>More: hand out, result report</translation>
    </message>
    <message>
        <source>Als Tabelle ausgeben …</source>
        <translation>Hand out as a table …</translation>
    </message>
    <message>
        <source>Im Ergebnisbericht ansehen</source>
        <translation>View in the result report</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>1 Online-Dienst</source>
        <translation>1 online service</translation>
    </message>
    <message>
        <source>{count} Online-Dienste</source>
        <translation>{count} online services</translation>
    </message>
</context>
<context>
    <name>UsagePage</name>
    <message>
        <source>Noch keine Nutzungsstatistik</source>
        <translation>No usage statistics yet</translation>
    </message>
    <message>
        <source>Lesen Sie die Statistik der Plattform als Tabelle (Excel oder CSV) ein: Anträge, Abbrüche und Zahlungsarten je Dienst und Monat. Die Datei bleibt als Nachweis bei den passenden Fragen.</source>
        <translation>Import the platform&apos;s evaluation as a table (Excel or CSV): applications, abandoned ones and kinds of payment by service and month. The file stays as evidence with the questions it supports.</translation>
    </message>
    <message>
        <source>Tabelle einlesen …</source>
        <translation>Import table …</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Nutzungsstatistik einlesen (Excel, CSV)</source>
        <translation>Import usage statistics (Excel, CSV)</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Nutzung ausgeben</source>
        <translation>Export usage</translation>
    </message>
    <message>
        <source>Nutzung löschen</source>
        <translation>Delete usage</translation>
    </message>
    <message>
        <source>Excel-Arbeitsmappe (*.xlsx);;CSV-Datei (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;CSV file (*.csv)</translation>
    </message>
    <message>
        <source>Nutzung.xlsx</source>
        <translation>Usage.xlsx</translation>
    </message>
    <message>
        <source>Die Zahlen stehen in „{file}“.</source>
        <translation>The figures are in “{file}”.</translation>
    </message>
    <message>
        <source>Die Nutzungsstatistik ist gelöscht; die eingelesene Datei bleibt als Nachweis.</source>
        <translation>The usage statistics are deleted; the imported file stays as evidence.</translation>
    </message>
    <message>
        <source>Maßnahme {measure} steht im Umsetzungsplan. Strg+Z nimmt sie zurück.</source>
        <translation>Measure {measure} stands in the implementation plan. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>Die Zahlen werden übernommen …</source>
        <translation>Taking the figures in …</translation>
    </message>
    <message>
        <source>Übernommen; „{file}“ liegt als Nachweis bei den Fragen. Strg+Z nimmt alles zurück.</source>
        <translation>Taken in; “{file}” is with the questions as evidence. Ctrl+Z takes all of it back.</translation>
    </message>
</context>
<context>
    <name>UseCaseHead</name>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Mehr: einlesen, ausgeben, löschen</source>
        <translation>More: import, export, delete</translation>
    </message>
    <message>
        <source>Aus Datei einlesen …</source>
        <translation>Import from a file …</translation>
    </message>
    <message>
        <source>Als Datei ausgeben …</source>
        <translation>Export as a file …</translation>
    </message>
    <message>
        <source>Anwendungsfall löschen</source>
        <translation>Delete use case</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
</context>
<context>
    <name>UseCasePage</name>
    <message>
        <source>Anwendungsfälle</source>
        <translation>Use cases</translation>
    </message>
    <message>
        <source>Abschnitte</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Noch kein Anwendungsfall</source>
        <translation>No use case yet</translation>
    </message>
    <message>
        <source>Ein Anwendungsfall beschreibt eine einzelne digitale Lösung: Problem, Ziel, Technik, Recht, Kosten und Risiken auf einem Steckbrief.</source>
        <translation>A use case describes a single digital solution: problem, goal, technology, law, costs and risks in one profile.</translation>
    </message>
    <message>
        <source>Anwendungsfall anlegen</source>
        <translation>Add use case</translation>
    </message>
    <message>
        <source>Aus Datei einlesen</source>
        <translation>Import from a file</translation>
    </message>
    <message>
        <source>Anwendungsfall ausgeben</source>
        <translation>Export use case</translation>
    </message>
    <message>
        <source>Anwendungsfall</source>
        <translation>Use case</translation>
    </message>
    <message>
        <source>Anwendungsfälle einlesen</source>
        <translation>Import use cases</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>Look at PDF</translation>
    </message>
    <message>
        <source>Abschnitt</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{count} offen</source>
        <translation>{count} open</translation>
    </message>
    <message>
        <source>{code} ist gelöscht.</source>
        <translation>{code} has been deleted.</translation>
    </message>
    <message>
        <source>Anwendungsfälle (*.toml)</source>
        <translation>Use cases (*.toml)</translation>
    </message>
</context>
<context>
    <name>VanishedLine</name>
    <message>
        <source>{key} · fehlt seit {day}</source>
        <translation>{key} · missing since {day}</translation>
    </message>
    <message>
        <source>Aufgegangen in …</source>
        <translation>Merged into …</translation>
    </message>
    <message>
        <source>{name} ist aufgegangen in</source>
        <translation>{name} has merged into</translation>
    </message>
    <message>
        <source>Kein Nachfolger</source>
        <translation>No successor</translation>
    </message>
    <message>
        <source>{name} hat keinen Nachfolger</source>
        <translation>{name} has no successor</translation>
    </message>
</context>
<context>
    <name>VanishedList</name>
    <message>
        <source>Nicht mehr im amtlichen Verzeichnis</source>
        <translation>No longer in the official register</translation>
    </message>
    <message>
        <source>Diese Kommunen nennt die amtliche Datei nicht mehr. Sagen Sie, worin sie aufgegangen sind. Ihre Fälle bleiben, wie sie sind, und zeigen dann beide Namen.</source>
        <translation>The official file no longer names these communes. Say into which one each of them has merged. Their cases stay as they are and then show both names.</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Hell oder dunkel</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Schrift größer</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Schrift kleiner</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Schrift normal</source>
        <translation>Normal text size</translation>
    </message>
    <message>
        <source>Vollbild</source>
        <translation>Full screen</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>In Prozesse öffnen</source>
        <translation>Open in processes</translation>
    </message>
    <message>
        <source>Hier nicht zeigen</source>
        <translation>Do not show here</translation>
    </message>
    <message>
        <source>Auf den Beamer</source>
        <translation>Onto the projector</translation>
    </message>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Künftig</source>
        <translation>To be</translation>
    </message>
    <message>
        <source>noch nicht aufgenommen.</source>
        <translation>not taken down yet.</translation>
    </message>
    <message>
        <source>Für den Beamer gewählt</source>
        <translation>Chosen for the projector</translation>
    </message>
</context>
<context>
    <name>WayPanel</name>
    <message>
        <source>Noch kein Weg eines Schriftstücks</source>
        <translation>No way of a document yet</translation>
    </message>
    <message>
        <source>Zeichnen Sie nach, wie ein Schriftstück heute vom Eingang bis zur Ablage durch das Haus geht und wie es gehen soll. Das geschieht in einer Prozessaufnahme.</source>
        <translation>Draw how a document goes through the house today from intake to filing, and how it is to go. That is done on a process sheet.</translation>
    </message>
    <message>
        <source>Jeder Weg ist eine Prozessaufnahme. Schritte und Zeiten stehen auf der Seite „Prozesse“.</source>
        <translation>Each way is a process sheet. Steps and times stand on the page “Processes”.</translation>
    </message>
    <message>
        <source>Vorhandene Prozessaufnahme als Weg zeigen</source>
        <translation>Show a process sheet that is there as a way</translation>
    </message>
    <message>
        <source>Prozessaufnahme wählen …</source>
        <translation>Choose a process sheet …</translation>
    </message>
    <message>
        <source>Weg anlegen</source>
        <translation>Add a way</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Weitere Frage annehmen</source>
        <translation>Assume another question</translation>
    </message>
    <message>
        <source>Vorschlag</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>Alle zurücknehmen</source>
        <translation>Take all back</translation>
    </message>
    <message>
        <source>Vorgeschlagen ist der Weg mit den wenigsten Schritten von Stufe zu Stufe. Ob er machbar ist, entscheidet die Gruppe. Was Sie hier annehmen, ändert keine Antwort und wird nicht gesichert.</source>
        <translation>The way with the fewest steps from level to level is proposed. Whether it can be gone is for the group to decide. What you assume here changes no answer and is not saved.</translation>
    </message>
    <message>
        <source>Heute: {now}. Angenommen: {then}.</source>
        <translation>Today: {now}. Assumed: {then}.</translation>
    </message>
    <message>
        <source>Heute: {now}.</source>
        <translation>Today: {now}.</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>angenommen</source>
        <translation>assumed</translation>
    </message>
    <message>
        <source>Weitere Frage annehmen …</source>
        <translation>Assume another question …</translation>
    </message>
    <message>
        <source>Nehmen Sie für einzelne Fragen eine andere Stufe an: Der Modulwert folgt sofort.</source>
        <translation>Assume another level for single questions: the module value follows at once.</translation>
    </message>
    <message>
        <source>Die höchste Phase ist erreicht.</source>
        <translation>The highest phase is reached.</translation>
    </message>
    <message>
        <source>Phase {number} „{title}“</source>
        <translation>Phase {number} “{title}”</translation>
    </message>
    <message>
        <source>Solange diese Fragen offen sind, steht die Phase nicht fest: {names}.</source>
        <translation>While these questions are open, the phase cannot be told: {names}.</translation>
    </message>
    <message>
        <source>{phase} ist mit den Fragen, die heute gestellt sind, nicht zu erreichen.</source>
        <translation>{phase} cannot be reached with the questions that are asked today.</translation>
    </message>
    <message>
        <source>{phase} wäre mit {count} Schritten von Stufe zu Stufe erreicht, verteilt auf {questions} Fragen.</source>
        <translation>{phase} would be reached with {count} steps from level to level, spread over {questions} questions.</translation>
    </message>
    <message>
        <source>{phase} wäre mit einer anderen Antwort erreicht.</source>
        <translation>{phase} would be reached with one other answer.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Seite, Befehl oder Fall suchen</source>
        <translation>Search for a page, command or case</translation>
    </message>
    <message>
        <source>Tasten auf dieser Seite</source>
        <translation>Keys on this page</translation>
    </message>
    <message>
        <source>Befehl</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Fürs Protokoll notieren</source>
        <translation>Note for the minutes</translation>
    </message>
    <message>
        <source>Startklar? prüfen</source>
        <translation>Check whether ready to start</translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Handbuch</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Verschließen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>WindowDay</name>
    <message>
        <source>Der Rechner hat {span} geruht; „{title}“ läuft seit {time} Uhr, die Zeit zählt mit.</source>
        <translation>The computer slept for {span}; “{title}” has been running since {time}, and that time counts.</translation>
    </message>
    <message>
        <source>Es geht weiter mit „{title}“, seit {time} Uhr</source>
        <translation>The day goes on with “{title}”, since {time}</translation>
    </message>
    <message>
        <source>wie lange das Programm zu war, ist unklar, bitte prüfen Sie die Uhr des Rechners</source>
        <translation>how long the program was closed is not clear, please check the computer&apos;s clock</translation>
    </message>
    <message>
        <source>das Programm war {span} zu, bitte tragen Sie mit F2 ein, wann der Schritt geendet hat</source>
        <translation>the program was closed for {span}, please press F2 and enter when the step ended</translation>
    </message>
    <message>
        <source>das Programm war {span} zu, die Zeit zählt mit</source>
        <translation>the program was closed for {span}, and that time counts</translation>
    </message>
    <message>
        <source>die Uhr des Rechners wurde um {span} zurückgestellt, die Zeiten des Tages gehen mit</source>
        <translation>the computer&apos;s clock was set back by {span}, the times of the day move along</translation>
    </message>
    <message>
        <source>die Uhr des Rechners wurde um {span} vorgestellt, die Zeiten des Tages gehen mit</source>
        <translation>the computer&apos;s clock was set forward by {span}, the times of the day move along</translation>
    </message>
</context>
<context>
    <name>WindowFaults</name>
    <message>
        <source>Jetzt ist alles gesichert.</source>
        <translation>Everything is saved now.</translation>
    </message>
    <message>
        <source>Was jetzt hilft</source>
        <translation>What helps now</translation>
    </message>
    <message>
        <source>Fall öffnen</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>WindowLock</name>
    <message>
        <source>Schlüsseldatei wählen</source>
        <translation>Choose key file</translation>
    </message>
    <message>
        <source>Alle Dateien (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>WindowProjector</name>
    <message>
        <source>Beamer</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>Beamer an oder aus</source>
        <translation>Projector on or off</translation>
    </message>
    <message>
        <source>Beamer: Bild anheften oder mitgehen</source>
        <translation>Projector: pin the picture or follow</translation>
    </message>
    <message>
        <source>Beamer: Standbild</source>
        <translation>Projector: still</translation>
    </message>
    <message>
        <source>Beamer: schwarz</source>
        <translation>Projector: black</translation>
    </message>
    <message>
        <source>Pause mit Pausenbild</source>
        <translation>Break with a picture for it</translation>
    </message>
    <message>
        <source>Beamer: anderer Bildschirm</source>
        <translation>Projector: another screen</translation>
    </message>
    <message>
        <source>Die Pause der Agenda läuft schon. Das Pausenbild zeigt der Beamer, wenn er an ist (F5).</source>
        <translation>The agenda&apos;s break is already under way. The projector shows the break picture when it is on (F5).</translation>
    </message>
    <message>
        <source>Drücken Sie Win+P und wählen Sie „Erweitern“</source>
        <translation>Press Win+P and choose “Extend”</translation>
    </message>
    <message>
        <source>Stellen Sie in den Anzeige-Einstellungen „Erweitern“ ein</source>
        <translation>Choose “Extend” in the display settings</translation>
    </message>
    <message>
        <source>Es gibt nur einen Bildschirm, oder der Beamer zeigt dasselbe wie dieser. {how}, dann sieht die Gruppe nur ihr Bild. Oder drücken Sie noch einmal F5: Dann steht hier das Bild für die Gruppe, ohne Notizen, und Esc führt zurück.</source>
        <translation>There is only one screen, or the projector shows the same as this one. {how}, then the group sees nothing but its picture. Or press F5 once more: the picture for the group then stands here, without notes, and Esc leads back.</translation>
    </message>
    <message>
        <source>Der Beamer ist nicht mehr da. Es ist nichts verloren: Sobald er wieder angeschlossen ist, zeigt er das Bild von eben. Bitte prüfen Sie das Kabel, oder beenden Sie die Projektion mit F5.</source>
        <translation>The projector is gone. Nothing is lost: as soon as it is connected again, it shows the picture it had. Please check the cable, or end the projection with F5.</translation>
    </message>
    <message>
        <source>Der Beamer zeigt jetzt das Bild für die Gruppe.</source>
        <translation>The projector now shows the picture for the group.</translation>
    </message>
    <message>
        <source>Das System lässt nicht zu, dass das Programm den Bildschirm wach hält. Der Beamer läuft. Bitte stellen Sie in den Energieoptionen ein, dass Bildschirm und Rechner anbleiben.</source>
        <translation>The system does not let the program keep the screen awake. The projector runs. Please set in the power options that screen and computer stay on.</translation>
    </message>
</context>
<context>
    <name>WindowWords</name>
    <message>
        <source>Nicht gesichert wurde: {words}</source>
        <translation>Not saved: {words}</translation>
    </message>
    <message>
        <source>Was noch nicht gesichert ist, steht wieder da.</source>
        <translation>What is not saved yet is there again.</translation>
    </message>
    <message>
        <source>Hier steht etwas, das noch nicht gesichert ist: ein Entwurf oder eine Eingabe, die sich nicht lesen lässt. Schließen Sie es ab oder verwerfen Sie es. Wenn Sie noch einmal gehen, ist es verloren.</source>
        <translation>Something here is not saved yet: a draft, or an input that cannot be read. Complete it or discard it. If you leave once more, it is lost.</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Sichtbarkeit</source>
        <translation>Visibility</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation>report</translation>
    </message>
    <message>
        <source>Wer darf das lesen? „Bericht“ erscheint in Dokumenten der Kommune.</source>
        <translation>Who may read this? “report” appears in the commune’s documents.</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>_AnswerLines</name>
    <message>
        <source>keine Antwort</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>{answer} (wie bisher)</source>
        <translation>{answer} (as before)</translation>
    </message>
    <message>
        <source>bisher: {answer}</source>
        <translation>before: {answer}</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>Stufe {level}: {words}</source>
        <translation>Level {level}: {words}</translation>
    </message>
</context>
<context>
    <name>_CommuneDelegate</name>
    <message>
        <source>eigener Eintrag</source>
        <translation>own entry</translation>
    </message>
</context>
<context>
    <name>_Summary</name>
    <message>
        <source>Ändern</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>{step} ändern</source>
        <translation>Change {step}</translation>
    </message>
</context>
<context>
    <name>agenda</name>
    <message>
        <source>Ende geplant {time} Uhr</source>
        <translation>End planned {time}</translation>
    </message>
    <message>
        <source>Tag beendet</source>
        <translation>Day ended</translation>
    </message>
    <message>
        <source>Alle Schritte sind beendet oder übersprungen.</source>
        <translation>All steps are ended or skipped.</translation>
    </message>
    <message>
        <source>Der Tag hat noch kein Datum.</source>
        <translation>The day has no date yet.</translation>
    </message>
    <message>
        <source>Der Tag ist am {day}.</source>
        <translation>The day is on {day}.</translation>
    </message>
    <message>
        <source>Ende voraussichtlich {time} Uhr</source>
        <translation>End expected {time}</translation>
    </message>
    <message>
        <source>Der Tag ist nicht für heute geplant.</source>
        <translation>The day is not planned for today.</translation>
    </message>
    <message>
        <source>Das ist wie geplant.</source>
        <translation>That is as planned.</translation>
    </message>
    <message>
        <source>{minutes} min später als geplant ({time})</source>
        <translation>{minutes} min later than planned ({time})</translation>
    </message>
    <message>
        <source>{minutes} min früher als geplant ({time})</source>
        <translation>{minutes} min earlier than planned ({time})</translation>
    </message>
    <message>
        <source>Ende {time}</source>
        <translation>end {time}</translation>
    </message>
    <message>
        <source>Noch im Schritt</source>
        <translation>Left in the step</translation>
    </message>
    <message>
        <source>Über der Zeit</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>Zum Ende kommen</source>
        <translation>Come to an end</translation>
    </message>
    <message>
        <source>{minutes} min nach dem vereinbarten Ende ({time})</source>
        <translation>{minutes} min after the agreed end ({time})</translation>
    </message>
    <message>
        <source>{minutes} min vor dem vereinbarten Ende ({time})</source>
        <translation>{minutes} min before the agreed end ({time})</translation>
    </message>
    <message>
        <source>Tagesende {time}</source>
        <translation>Day ends {time}</translation>
    </message>
    <message>
        <source>Jetzt abschließen</source>
        <translation>Close now</translation>
    </message>
    <message>
        <source>{time} Uhr</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>{used} von {given} min</source>
        <translation>{used} of {given} min</translation>
    </message>
    <message>
        <source>bis {time}</source>
        <translation>until {time}</translation>
    </message>
    <message>
        <source>weiter um {time} Uhr</source>
        <translation>on at {time}</translation>
    </message>
    <message>
        <source>Pause ist vorbei</source>
        <translation>The pause is over</translation>
    </message>
    <message>
        <source>Pause, die Uhr steht</source>
        <translation>Pause, the clock stands</translation>
    </message>
    <message>
        <source>seit {time} Uhr</source>
        <translation>since {time}</translation>
    </message>
    <message>
        <source>{used}/{given} min</source>
        <translation>{used}/{given} min</translation>
    </message>
    <message>
        <source>Um {time}: {title}</source>
        <translation>At {time}: {title}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>um {time} Uhr</source>
        <translation>at {time}</translation>
    </message>
    <message>
        <source>Es läuft kein Schritt</source>
        <translation>No step is running</translation>
    </message>
    <message>
        <source>Geplanter Beginn</source>
        <translation>Planned start</translation>
    </message>
    <message>
        <source>Noch ohne Datum</source>
        <translation>No date yet</translation>
    </message>
    <message>
        <source>Tag beendet um</source>
        <translation>Day ended at</translation>
    </message>
    <message>
        <source>Tag beendet, Ende geplant um</source>
        <translation>Day ended, end planned at</translation>
    </message>
    <message>
        <source>beendet um {time} Uhr</source>
        <translation>ended at {time}</translation>
    </message>
    <message>
        <source>{title}, Fortsetzung</source>
        <translation>{title}, continued</translation>
    </message>
    <message>
        <source>Neuer Schritt</source>
        <translation>New step</translation>
    </message>
    <message>
        <source>Tag {number}</source>
        <translation>Day {number}</translation>
    </message>
    <message>
        <source>Fragen beantworten</source>
        <translation>Answer questions</translation>
    </message>
    <message>
        <source>Wirkungsbereiche wählen</source>
        <translation>Choose impact areas</translation>
    </message>
    <message>
        <source>Ergebnis zeigen</source>
        <translation>Show result</translation>
    </message>
    <message>
        <source>Zielstufen festlegen</source>
        <translation>Set target levels</translation>
    </message>
    <message>
        <source>Anwendungsfall ausarbeiten</source>
        <translation>Work out a use case</translation>
    </message>
    <message>
        <source>Maßnahmen planen</source>
        <translation>Plan measures</translation>
    </message>
    <message>
        <source>Kandidaten sammeln</source>
        <translation>Collect candidates</translation>
    </message>
    <message>
        <source>Kandidaten ordnen</source>
        <translation>Put candidates in order</translation>
    </message>
    <message>
        <source>Anwendungsfall oder Umsetzungsplan</source>
        <translation>Use case or implementation plan</translation>
    </message>
    <message>
        <source>Leistungen festhalten</source>
        <translation>Record services</translation>
    </message>
    <message>
        <source>Folgen je Amt festhalten</source>
        <translation>Record effects by office</translation>
    </message>
    <message>
        <source>Funktionsbereiche festhalten</source>
        <translation>Record functional areas</translation>
    </message>
    <message>
        <source>Weg eines Schriftstücks festhalten</source>
        <translation>Record the way of a document</translation>
    </message>
    <message>
        <source>Aktenplan ansehen</source>
        <translation>Look at the filing plan</translation>
    </message>
    <message>
        <source>Testakte anlegen</source>
        <translation>Set up the test file</translation>
    </message>
    <message>
        <source>Posteingang und Scannen festhalten</source>
        <translation>Record incoming mail and scanning</translation>
    </message>
    <message>
        <source>Einführung planen</source>
        <translation>Plan the introduction</translation>
    </message>
    <message>
        <source>Kosten und Förderung rechnen</source>
        <translation>Work out costs and funding</translation>
    </message>
    <message>
        <source>Steckbrief</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Ist</source>
        <translation>As is</translation>
    </message>
    <message>
        <source>Soll</source>
        <translation>To be</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>{title}: {part}</source>
        <translation>{title}: {part}</translation>
    </message>
    <message>
        <source>Zur Erhebung</source>
        <translation>To the assessment</translation>
    </message>
    <message>
        <source>Zu den Ergebnissen</source>
        <translation>To the results</translation>
    </message>
    <message>
        <source>Zum Anwendungsfall</source>
        <translation>To the use case</translation>
    </message>
    <message>
        <source>Zu den Prozessen</source>
        <translation>To the processes</translation>
    </message>
    <message>
        <source>Zum Umsetzungsplan</source>
        <translation>To the implementation plan</translation>
    </message>
    <message>
        <source>Zur Auswahl</source>
        <translation>To the selection</translation>
    </message>
    <message>
        <source>Seite öffnen</source>
        <translation>Open page</translation>
    </message>
    <message>
        <source>Es gibt noch keine Erhebung.</source>
        <translation>There is no assessment yet.</translation>
    </message>
    <message>
        <source>Es sind noch keine Wirkungsbereiche gewählt.</source>
        <translation>No impact areas have been chosen yet.</translation>
    </message>
    <message>
        <source>{done} von {total} Fragen beantwortet</source>
        <translation>{done} of {total} questions answered</translation>
    </message>
    <message>
        <source>noch keine gesammelt</source>
        <translation>none collected yet</translation>
    </message>
    <message>
        <source>noch keiner bewertet</source>
        <translation>none rated yet</translation>
    </message>
    <message>
        <source>Platz 1: {names}</source>
        <translation>Rank 1: {names}</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{count} weitere</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>noch keine gewählt</source>
        <translation>none chosen yet</translation>
    </message>
    <message>
        <source>Prozessaufnahmen ausfüllen</source>
        <translation>Fill in process sheets</translation>
    </message>
    <message>
        <source>noch keine festgelegt</source>
        <translation>none set yet</translation>
    </message>
    <message>
        <source>noch keiner angelegt</source>
        <translation>none added yet</translation>
    </message>
    <message>
        <source>noch keine Maßnahmen</source>
        <translation>no measures yet</translation>
    </message>
    <message>
        <source>{title}: bisher {before}, neu {after}</source>
        <translation>{title}: so far {before}, new {after}</translation>
    </message>
    <message>
        <source>Ende</source>
        <translation>End</translation>
    </message>
    <message>
        <source>entfällt</source>
        <translation>dropped</translation>
    </message>
    <message>
        <source>auf „{day}“</source>
        <translation>to “{day}”</translation>
    </message>
    <message>
        <source>{words} (−{less})</source>
        <translation>{words} (−{less})</translation>
    </message>
    <message>
        <source>läuft, {minutes} min</source>
        <translation>running, {minutes} min</translation>
    </message>
    <message>
        <source>{time}, {minutes} min</source>
        <translation>{time}, {minutes} min</translation>
    </message>
    <message>
        <source>Schritt</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Bisher</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{minutes} min frei</source>
        <translation>{minutes} min free</translation>
    </message>
    <message>
        <source>{minutes} min Überschneidung</source>
        <translation>{minutes} min overlap</translation>
    </message>
    <message>
        <source>ab {time}</source>
        <translation>from {time}</translation>
    </message>
    <message>
        <source>fest um {time}</source>
        <translation>fixed at {time}</translation>
    </message>
    <message>
        <source>abgebrochen, {times}</source>
        <translation>stopped, {times}</translation>
    </message>
    <message>
        <source>übersprungen</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>unterbrochen, wartet</source>
        <translation>interrupted, waiting</translation>
    </message>
    <message>
        <source>seit {begin}, bis {end}</source>
        <translation>since {begin}, until {end}</translation>
    </message>
    <message>
        <source>zu kurz, mindestens {minutes} min</source>
        <translation>too short, at least {minutes} min</translation>
    </message>
    <message>
        <source>Prognose {time}</source>
        <translation>forecast {time}</translation>
    </message>
    <message>
        <source>{minutes} min zu spät, um {time}</source>
        <translation>{minutes} min late, at {time}</translation>
    </message>
    <message>
        <source>vereinbart</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>fest</source>
        <translation>fixed</translation>
    </message>
    <message>
        <source>läuft</source>
        <translation>running</translation>
    </message>
    <message>
        <source>beendet</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>unterbrochen</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>Es gibt noch keine Vorab-Abfrage. Auf der Seite „Erhebung“ legt das Plus sie an.</source>
        <translation>There is no pre-survey yet. On the page “Assessment” the plus adds one.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Zum Schritt öffnen: {title}</source>
        <translation>Open for the step: {title}</translation>
    </message>
    <message>
        <source>Tag hinzufügen: {module}, {title}</source>
        <translation>Add day: {module}, {title}</translation>
    </message>
    <message>
        <source>Schritt beginnen oder beenden</source>
        <translation>Begin or end the step</translation>
    </message>
    <message>
        <source>Schritt überspringen</source>
        <translation>Skip the step</translation>
    </message>
    <message>
        <source>Zurück zum Schritt davor</source>
        <translation>Back to the step before</translation>
    </message>
    <message>
        <source>Pause beenden, die Uhr läuft weiter</source>
        <translation>End the pause, the clock goes on</translation>
    </message>
    <message>
        <source>Weiter zum nächsten Schritt</source>
        <translation>On to the next step</translation>
    </message>
    <message>
        <source>Rest neu planen</source>
        <translation>Replan the rest</translation>
    </message>
    <message>
        <source>Schritt ändern</source>
        <translation>Edit the step</translation>
    </message>
    <message>
        <source>Schritt nach oben</source>
        <translation>Move the step up</translation>
    </message>
    <message>
        <source>Schritt nach unten</source>
        <translation>Move the step down</translation>
    </message>
    <message>
        <source>Schritt einfügen</source>
        <translation>Insert a step</translation>
    </message>
    <message>
        <source>Schritt teilen</source>
        <translation>Split the step</translation>
    </message>
    <message>
        <source>Beginn des Schritts festhalten</source>
        <translation>Fix the start of the step</translation>
    </message>
    <message>
        <source>Parallel zum Schritt davor</source>
        <translation>In parallel with the step before</translation>
    </message>
    <message>
        <source>Agenda drucken</source>
        <translation>Print the agenda</translation>
    </message>
    <message>
        <source>Kalenderdatei sichern (.ics)</source>
        <translation>Save calendar file (.ics)</translation>
    </message>
    <message>
        <source>Nicht gefragt: {names}.</source>
        <translation>Not asked: {names}.</translation>
    </message>
    <message>
        <source>„{title}“ bleibt bei {share} % beantworteten Fragen und damit vorläufig.</source>
        <translation>“{title}” stays at {share} % of its questions answered, and so provisional.</translation>
    </message>
    <message>
        <source>Noch ohne Zielstufe: {names}.</source>
        <translation>Still without a target level: {names}.</translation>
    </message>
    <message>
        <source>Nachholen lässt sich das in „{title}“.</source>
        <translation>That can be made up for in “{title}”.</translation>
    </message>
    <message>
        <source>Es fehlt dann: {outcome}.</source>
        <translation>Missing then: {outcome}.</translation>
    </message>
    <message>
        <source>Nicht gebraucht: {names}.</source>
        <translation>Not needed: {names}.</translation>
    </message>
</context>
<context>
    <name>assessment-making</name>
    <message>
        <source>Angelegt: {title}</source>
        <translation>Added: {title}</translation>
    </message>
    <message>
        <source>Anlegen: {title}</source>
        <translation>Add: {title}</translation>
    </message>
    <message>
        <source>Erhebung</source>
        <translation>Assessment</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>{day}, {time} Uhr</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>heute</source>
        <translation>today</translation>
    </message>
    <message>
        <source>gestern</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>Fälle: {cases} · Fotos und Dateien: {files} · {size} · {reason}</source>
        <translation>cases: {cases} · photos and files: {files} · {size} · {reason}</translation>
    </message>
    <message>
        <source>{name} · zuletzt geändert {when} · Antworten: {answers}</source>
        <translation>{name} · last changed {when} · answers: {answers}</translation>
    </message>
</context>
<context>
    <name>bookings</name>
    <message>
        <source>Angefragt</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>Beantragt</source>
        <translation>Applied for</translation>
    </message>
    <message>
        <source>Bewilligt</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Abgelehnt</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Terminiert</source>
        <translation>Scheduled</translation>
    </message>
    <message>
        <source>In Durchführung</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Nachbereitung</source>
        <translation>Follow-up work</translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Zurückgezogen</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Ruht</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Landesförderung</source>
        <translation>State funding</translation>
    </message>
    <message>
        <source>Rahmenvertrag</source>
        <translation>Framework contract</translation>
    </message>
    <message>
        <source>Eigenmittel</source>
        <translation>Own funds</translation>
    </message>
    <message>
        <source>Interkommunale Zusammenarbeit</source>
        <translation>Cooperation between communes</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Heute und diese Woche</source>
        <translation>Today and this week</translation>
    </message>
    <message>
        <source>Später</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Ohne Termin</source>
        <translation>Without a date</translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>an „{name}“ übergeben</source>
        <translation>handed over to “{name}”</translation>
    </message>
    <message>
        <source>Übergeben</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Entwurf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Anlegen fortsetzen</source>
        <translation>Continue set-up</translation>
    </message>
    <message>
        <source>Module offen</source>
        <translation>Modules open</translation>
    </message>
    <message>
        <source>1 Aufgabe überfällig</source>
        <translation>1 task overdue</translation>
    </message>
    <message>
        <source>{count} Aufgaben überfällig</source>
        <translation>{count} tasks overdue</translation>
    </message>
    <message>
        <source>Termin fehlt</source>
        <translation>Date missing</translation>
    </message>
    <message>
        <source>Raum fehlt</source>
        <translation>Room missing</translation>
    </message>
    <message>
        <source>{count} Frage offen</source>
        <translation>{count} question open</translation>
    </message>
    <message>
        <source>{count} Fragen offen</source>
        <translation>{count} questions open</translation>
    </message>
    <message>
        <source>noch keine</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>{levels}; Modulwert {score} von 4</source>
        <translation>{levels}; module score {score} of 4</translation>
    </message>
    <message>
        <source>Module {names}</source>
        <translation>Modules {names}</translation>
    </message>
    <message>
        <source>kein Termin</source>
        <translation>no date</translation>
    </message>
    <message>
        <source>Stufen: {levels}</source>
        <translation>Levels: {levels}</translation>
    </message>
    <message>
        <source>Heute{time}</source>
        <translation>Today{time}</translation>
    </message>
    <message>
        <source>Rückruf seit gestern offen</source>
        <translation>Call back due since yesterday</translation>
    </message>
    <message>
        <source>Rückruf seit {days} Tagen offen</source>
        <translation>Call back due for {days} days</translation>
    </message>
    <message>
        <source>Rückruf</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>{title}, vorbei</source>
        <translation>{title}, past</translation>
    </message>
</context>
<context>
    <name>communes</name>
    <message>
        <source>Landkreis</source>
        <translation>District</translation>
    </message>
    <message>
        <source>kreisangehörig</source>
        <translation>in a district</translation>
    </message>
    <message>
        <source>Sonderstatus</source>
        <translation>special status</translation>
    </message>
    <message>
        <source>kreisfrei</source>
        <translation>independent</translation>
    </message>
    <message>
        <source>Landkreis {name}</source>
        <translation>district of {name}</translation>
    </message>
    <message>
        <source>{number} EW</source>
        <translation>{number} inhabitants</translation>
    </message>
</context>
<context>
    <name>contents</name>
    <message>
        <source>{pack} ab Version {version}</source>
        <translation>{pack} from version {version}</translation>
    </message>
    <message>
        <source>Darin</source>
        <translation>It holds</translation>
    </message>
    <message>
        <source>Braucht</source>
        <translation>It needs</translation>
    </message>
    <message>
        <source>Über dieses Paket</source>
        <translation>About this pack</translation>
    </message>
    <message>
        <source>Befunde</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Dieses Paket ist noch nicht geprüft. Wählen Sie „Prüfen“.</source>
        <translation>This pack has not been checked yet. Choose “Check”.</translation>
    </message>
    <message>
        <source>Es ist in Ordnung. Die Prüfung hat nichts gefunden.</source>
        <translation>It is in order. The check has found nothing.</translation>
    </message>
    <message>
        <source>Fehler</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>Nicht eingelesen: {name}</source>
        <translation>Not taken in: {name}</translation>
    </message>
    <message>
        <source>Es wurde nichts geändert. Bitte berichtigen Sie, was hier steht, und lesen Sie neu ein.</source>
        <translation>Nothing was changed. Please correct what is said here and take it in again.</translation>
    </message>
    <message>
        <source>Dimensionen: {count}</source>
        <translation>Dimensions: {count}</translation>
    </message>
    <message>
        <source>Fragen: {count}</source>
        <translation>Questions: {count}</translation>
    </message>
    <message>
        <source>Anker: {count}</source>
        <translation>Anchors: {count}</translation>
    </message>
    <message>
        <source>Arbeitsschritte: {count}</source>
        <translation>Work steps: {count}</translation>
    </message>
    <message>
        <source>Maßnahmen: {count}</source>
        <translation>Measures: {count}</translation>
    </message>
    <message>
        <source>Begriffe: {count}</source>
        <translation>Terms: {count}</translation>
    </message>
    <message>
        <source>Fakten: {count}</source>
        <translation>Facts: {count}</translation>
    </message>
    <message>
        <source>Wörter im Handout: {count}</source>
        <translation>Words in the handout: {count}</translation>
    </message>
    <message>
        <source>Gleich geblieben: {count}</source>
        <translation>Unchanged: {count}</translation>
    </message>
    <message>
        <source>Geändert: {count}</source>
        <translation>Changed: {count}</translation>
    </message>
    <message>
        <source>Neu: {count}</source>
        <translation>New: {count}</translation>
    </message>
    <message>
        <source>Entfallen: {count}</source>
        <translation>Removed: {count}</translation>
    </message>
    <message>
        <source>Neue Dimensionen: {names}</source>
        <translation>New dimensions: {names}</translation>
    </message>
    <message>
        <source>Entfallene Dimensionen: {names}</source>
        <translation>Removed dimensions: {names}</translation>
    </message>
    <message>
        <source>Anders gewichtete Dimensionen: {names}</source>
        <translation>Dimensions with another weight: {names}</translation>
    </message>
    <message>
        <source>{old} und {new}</source>
        <translation>{old} and {new}</translation>
    </message>
    <message>
        <source>Beide Fassungen fragen und werten dasselbe.</source>
        <translation>Both versions ask and score the same.</translation>
    </message>
    <message>
        <source>Die Werte beider Fassungen sind nicht eins zu eins vergleichbar, weil anderes zählt.</source>
        <translation>The figures of both versions cannot be compared one to one, as other things count.</translation>
    </message>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Entfallen</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Versionen vergleichen</source>
        <translation>Compare versions</translation>
    </message>
    <message>
        <source>Glossar</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <source>Fakten</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Handout</translation>
    </message>
    <message>
        <source>Häufige Leistungen</source>
        <translation>Frequent services</translation>
    </message>
    <message>
        <source>Reifegradmodelle</source>
        <translation>Maturity models</translation>
    </message>
    <message>
        <source>gilt von {first} bis {last}</source>
        <translation>valid from {first} to {last}</translation>
    </message>
    <message>
        <source>LeiKa-Schlüssel {key}</source>
        <translation>LeiKa key {key}</translation>
    </message>
    <message>
        <source>Kriterien: {count}</source>
        <translation>Criteria: {count}</translation>
    </message>
    <message>
        <source>höchste Stufe: {levels}</source>
        <translation>highest level: {levels}</translation>
    </message>
    <message>
        <source> oder </source>
        <translation> or </translation>
    </message>
    <message>
        <source>online ab Stufe {level}</source>
        <translation>online from level {level}</translation>
    </message>
    <message>
        <source>Stufen</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>Worum es geht</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>gilt ab {day}</source>
        <translation>valid from {day}</translation>
    </message>
    <message>
        <source>gilt bis {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>ab Stufe {first}: {about}</source>
        <translation>from level {first}: {about}</translation>
    </message>
    <message>
        <source>Stufe {first} bis {last}: {about}</source>
        <translation>level {first} to {last}: {about}</translation>
    </message>
    <message>
        <source>Phasen</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>Fragebogen</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>Zur Auswahl</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>So fragen</source>
        <translation>How to ask</translation>
    </message>
    <message>
        <source>Nachweis</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Trifft nicht zu</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Anwendungsfälle auswählen</source>
        <translation>Choosing use cases</translation>
    </message>
    <message>
        <source>Nutzen</source>
        <translation>Benefit</translation>
    </message>
    <message>
        <source>Machbarkeit</source>
        <translation>Feasibility</translation>
    </message>
    <message>
        <source>Gewicht {weight}</source>
        <translation>Weight {weight}</translation>
    </message>
    <message>
        <source>1: {low}, 5: {high}</source>
        <translation>1: {low}, 5: {high}</translation>
    </message>
    <message>
        <source>Phase {first} bis {last}</source>
        <translation>Phases {first} to {last}</translation>
    </message>
    <message>
        <source>sperrend</source>
        <translation>blocking</translation>
    </message>
    <message>
        <source>vertraulich</source>
        <translation>confidential</translation>
    </message>
    <message>
        <source>beantwortet: {roles}</source>
        <translation>answered by: {roles}</translation>
    </message>
    <message>
        <source>nur wenn {condition}</source>
        <translation>only if {condition}</translation>
    </message>
    <message>
        <source>Zahl von {low} bis {high} {unit}</source>
        <translation>Number from {low} to {high} {unit}</translation>
    </message>
    <message>
        <source>Summe aus {questions}</source>
        <translation>Sum of {questions}</translation>
    </message>
    <message>
        <source>Wortlaut für: {kind}</source>
        <translation>Wording for: {kind}</translation>
    </message>
    <message>
        <source>Phase {number}: {title}</source>
        <translation>Phase {number}: {title}</translation>
    </message>
    <message>
        <source>ab {figure}</source>
        <translation>from {figure}</translation>
    </message>
    <message>
        <source>Frage {name}</source>
        <translation>Question {name}</translation>
    </message>
    <message>
        <source>jede Dimension</source>
        <translation>every dimension</translation>
    </message>
    <message>
        <source>{subject}: mindestens {figure}</source>
        <translation>{subject}: at least {figure}</translation>
    </message>
    <message>
        <source>Dafür gebraucht</source>
        <translation>What it takes</translation>
    </message>
    <message>
        <source>Quelle: {sources}</source>
        <translation>Source: {sources}</translation>
    </message>
    <message>
        <source>{area} ist gewählt</source>
        <translation>{area} is chosen</translation>
    </message>
    <message>
        <source>nicht ({condition})</source>
        <translation>not ({condition})</translation>
    </message>
    <message>
        <source> und </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{question} zwischen {low} und {high}</source>
        <translation>{question} between {low} and {high}</translation>
    </message>
    <message>
        <source>{question} mindestens {low}</source>
        <translation>{question} at least {low}</translation>
    </message>
    <message>
        <source>{question} höchstens {high}</source>
        <translation>{question} at most {high}</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Vorbereitung</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Maßnahmen</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Beginn {start} Uhr, zusammen {minutes} min</source>
        <translation>Begins at {start}, {minutes} min in all</translation>
    </message>
    <message>
        <source>am Tag selbst</source>
        <translation>on the day itself</translation>
    </message>
    <message>
        <source>am Tag davor</source>
        <translation>on the day before</translation>
    </message>
    <message>
        <source>{count} Tage vorher</source>
        <translation>{count} days before</translation>
    </message>
    <message>
        <source>vor jedem Workshoptag</source>
        <translation>before every workshop day</translation>
    </message>
    <message>
        <source>vor jedem Modul</source>
        <translation>before every module</translation>
    </message>
    <message>
        <source>{minutes} min, mindestens {least} min</source>
        <translation>{minutes} min, at least {least} min</translation>
    </message>
    <message>
        <source>entfällt als {place}.</source>
        <translation>dropped as no. {place}</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>Methode</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Stichpunkte</source>
        <translation>Talking points</translation>
    </message>
    <message>
        <source>Fakt</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Was es kostet, ihn wegzulassen</source>
        <translation>What dropping it costs</translation>
    </message>
    <message>
        <source>Erste Schritte</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Wer</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Voraussetzungen</source>
        <translation>Prerequisites</translation>
    </message>
    <message>
        <source>Baut auf</source>
        <translation>Builds on</translation>
    </message>
    <message>
        <source>Wer zahlt</source>
        <translation>Who pays</translation>
    </message>
    <message>
        <source>Woran man es misst</source>
        <translation>How it is measured</translation>
    </message>
    <message>
        <source>Risiken</source>
        <translation>Risks</translation>
    </message>
    <message>
        <source>vorgeschlagen von Stufe {low} bis {high}</source>
        <translation>proposed from level {low} to {high}</translation>
    </message>
    <message>
        <source>auch wenn {question} höchstens {level}</source>
        <translation>also if {question} is at most {level}</translation>
    </message>
    <message>
        <source>Aufwand {effort}, {low} bis {high} Personentage</source>
        <translation>Effort {effort}, {low} to {high} person days</translation>
    </message>
    <message>
        <source>unter 5.000 €</source>
        <translation>below €5,000</translation>
    </message>
    <message>
        <source>bis 50.000 €</source>
        <translation>up to €50,000</translation>
    </message>
    <message>
        <source>über 50.000 €</source>
        <translation>above €50,000</translation>
    </message>
    <message>
        <source>{months} Monate</source>
        <translation>{months} months</translation>
    </message>
    <message>
        <source>nur im Verbund</source>
        <translation>in an alliance only</translation>
    </message>
    <message>
        <source>Dort gibt es diesen Fragebogen nicht.</source>
        <translation>That pack does not have this questionnaire.</translation>
    </message>
    <message>
        <source>Fragebogen: weitere Angaben</source>
        <translation>Questionnaire: further details</translation>
    </message>
    <message>
        <source>Wählen Sie oben, womit dieses Paket verglichen werden soll.</source>
        <translation>Choose above what this pack is to be compared with.</translation>
    </message>
    <message>
        <source>Es gibt keine andere Version dieses Pakets, weder in einem anderen Ordner noch in Fällen.</source>
        <translation>There is no other version of this pack, neither in another folder nor in cases.</translation>
    </message>
    <message>
        <source>Paketversion {version}, dieses Paket</source>
        <translation>Pack version {version}, this pack</translation>
    </message>
    <message>
        <source>mitgeliefert</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>eigenes Paket</source>
        <translation>own pack</translation>
    </message>
    <message>
        <source>Version vor dem letzten Einlesen</source>
        <translation>copy from before the last import</translation>
    </message>
    <message>
        <source>fehlerhaft</source>
        <translation>faulty</translation>
    </message>
    <message>
        <source>nicht geladen</source>
        <translation>not loaded</translation>
    </message>
    <message>
        <source>geladen</source>
        <translation>loaded</translation>
    </message>
    <message>
        <source>Hinweise: {count}</source>
        <translation>Hints: {count}</translation>
    </message>
    <message>
        <source>Version {version}, {origin}</source>
        <translation>version {version}, {origin}</translation>
    </message>
    <message>
        <source>An seiner Stelle steht: {place}.</source>
        <translation>In its place stands: {place}.</translation>
    </message>
    <message>
        <source>Es ist abgeschaltet.</source>
        <translation>It is switched off.</translation>
    </message>
    <message>
        <source>Es ist älter als das mitgelieferte Paket. Benutzt wird: {place}.</source>
        <translation>It is older than the shipped pack. In use: {place}.</translation>
    </message>
    <message>
        <source>Es hat einen Fehler und wird nicht benutzt.</source>
        <translation>It has an error and is not used.</translation>
    </message>
    <message>
        <source>Sie ist aufgehoben, falls das eigene Paket einmal fehlerhaft ist.</source>
        <translation>It is kept in case the own pack has an error one day.</translation>
    </message>
    <message>
        <source>Benutzt wird: {place}.</source>
        <translation>In use: {place}.</translation>
    </message>
    <message>
        <source>Fassung {version}, wie in Fällen gefragt</source>
        <translation>Version {version}, as cases were asked</translation>
    </message>
    <message>
        <source>Paketversion {version}, {origin}</source>
        <translation>Pack version {version}, {origin}</translation>
    </message>
    <message>
        <source>in Ordnung</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>Förderung</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>es zählt der Tag des Antrags</source>
        <translation>the day of the application counts</translation>
    </message>
    <message>
        <source>es zählt der Tag der Leistung</source>
        <translation>the day of the delivery counts</translation>
    </message>
    <message>
        <source>höchstens {count} je Kommune: {modules}</source>
        <translation>at most {count} for each commune: {modules}</translation>
    </message>
    <message>
        <source>Zeiträume</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>Regel {name}</source>
        <translation>Rule {name}</translation>
    </message>
    <message>
        <source>Hinweis {name}</source>
        <translation>Hint {name}</translation>
    </message>
    <message>
        <source>Ohne Unterschied: {names}</source>
        <translation>No difference: {names}</translation>
    </message>
    <message>
        <source>E-Akte</source>
        <translation>E-file</translation>
    </message>
    <message>
        <source>Fragen: {names}</source>
        <translation>Questions: {names}</translation>
    </message>
    <message>
        <source>Anforderungen</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <source>Zu beachten</source>
        <translation>To watch</translation>
    </message>
    <message>
        <source>Kriterien</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Beispiel Aktenplan</source>
        <translation>Example of a filing plan</translation>
    </message>
    <message>
        <source>Schriftstücke zum Üben</source>
        <translation>Documents to practise with</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Stand {day}, Quelle: {sources}</source>
        <translation>As of {day}, source: {sources}</translation>
    </message>
    <message>
        <source>Abgelaufen am {day}: Bitte erst prüfen, was heute gilt.</source>
        <translation>Expired on {day}: please check first what holds today.</translation>
    </message>
    <message>
        <source>Bis {day} zu prüfen: Bitte klären, ob es noch stimmt.</source>
        <translation>To be checked by {day}: please find out whether it still holds.</translation>
    </message>
    <message>
        <source>Unsicher: Bitte nur mit diesem Hinweis nennen.</source>
        <translation>Uncertain: please say so when you mention it.</translation>
    </message>
    <message>
        <source>Nicht ganz sicher belegt.</source>
        <translation>Not quite certain.</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>erstellt am {day}</source>
        <translation>made on {day}</translation>
    </message>
    <message>
        <source>verschickt am {day}</source>
        <translation>sent on {day}</translation>
    </message>
    <message>
        <source>zurück am {day}</source>
        <translation>back on {day}</translation>
    </message>
    <message>
        <source>eingelesen am {day}</source>
        <translation>imported on {day}</translation>
    </message>
    <message>
        <source>seit gestern überfällig</source>
        <translation>overdue since yesterday</translation>
    </message>
    <message>
        <source>seit {count} Tagen überfällig</source>
        <translation>overdue for {count} days</translation>
    </message>
    <message>
        <source>heute fällig</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>zurück bis {day}</source>
        <translation>back by {day}</translation>
    </message>
    <message>
        <source>1 Frage</source>
        <translation>1 question</translation>
    </message>
    <message>
        <source>{count} Fragen</source>
        <translation>{count} questions</translation>
    </message>
    <message>
        <source>1 Bogen erstellt: {folder}</source>
        <translation>1 form made: {folder}</translation>
    </message>
    <message>
        <source>{count} Bögen erstellt: {folder}</source>
        <translation>{count} forms made: {folder}</translation>
    </message>
    <message>
        <source>Es hat sich kein Mailprogramm geöffnet. Nachricht und Bogen liegen im Ordner: bitte von dort senden. Der Bogen gilt als verschickt.</source>
        <translation>No mail program opened. Message and form lie in the folder: please send them from there. The form counts as sent.</translation>
    </message>
    <message>
        <source>Nachricht vorbereitet, bitte die Adresse noch eintragen. Der Bogen gilt als verschickt.</source>
        <translation>Message prepared, please enter the address. The form counts as sent.</translation>
    </message>
    <message>
        <source>Nachricht an {to} vorbereitet. Der Bogen gilt als verschickt.</source>
        <translation>Message to {to} prepared. The form counts as sent.</translation>
    </message>
</context>
<context>
    <name>funding</name>
    <message>
        <source>Modul {number}</source>
        <translation>Module {number}</translation>
    </message>
    <message>
        <source>je nach Wahl</source>
        <translation>depends on the choice</translation>
    </message>
    <message>
        <source>Kommune selbst</source>
        <translation>the commune itself</translation>
    </message>
    <message>
        <source>{period}, die Kommune zahlt selbst</source>
        <translation>{period}, the commune pays itself</translation>
    </message>
    <message>
        <source>Noch offen: {reason}</source>
        <translation>Still open: {reason}</translation>
    </message>
    <message>
        <source>Nicht gefördert: {reason}</source>
        <translation>Not funded: {reason}</translation>
    </message>
    <message>
        <source>Zusätzlich möglich: {payer}</source>
        <translation>Possible in addition: {payer}</translation>
    </message>
    <message>
        <source>Möglich: {payer}</source>
        <translation>Possible: {payer}</translation>
    </message>
    <message>
        <source>Zusätzlich: nicht voll gefördert, {reason}</source>
        <translation>In addition: not fully funded, {reason}</translation>
    </message>
    <message>
        <source>Förderzeitraum noch nicht begonnen (ab {day})</source>
        <translation>Funding period not yet begun (from {day})</translation>
    </message>
    <message>
        <source>Förderzeitraum abgelaufen (bis {day})</source>
        <translation>Funding period over (until {day})</translation>
    </message>
    <message>
        <source>Kein Förderzeitraum</source>
        <translation>No funding period</translation>
    </message>
    <message>
        <source>Kombination nicht voll gefördert</source>
        <translation>Combination not fully funded</translation>
    </message>
    <message>
        <source>Kombination zulässig</source>
        <translation>Combination allowed</translation>
    </message>
    <message>
        <source>Alle gewählten Module sind an diesem Tag im Förderzeitraum.</source>
        <translation>All chosen modules are within the funding period on this day.</translation>
    </message>
    <message>
        <source>Der früheste Zeitraum endet am {day}.</source>
        <translation>The earliest period ends on {day}.</translation>
    </message>
    <message>
        <source>Förderzeitraum offen</source>
        <translation>Funding period open</translation>
    </message>
    <message>
        <source>Förderzeitraum noch nicht begonnen</source>
        <translation>Funding period not begun yet</translation>
    </message>
    <message>
        <source>Förderzeitraum abgelaufen</source>
        <translation>Funding period over</translation>
    </message>
    <message>
        <source>{windows}. Für den {day} liegt keine Regel vor. Bitte vor der Zusage mit der Förderstelle klären.</source>
        <translation>{windows}. There is no rule for {day}. Please clarify with the funding body before you commit.</translation>
    </message>
    <message>
        <source>Frühere Buchungen der Kommune sind mitgezählt: {modules}.</source>
        <translation>Earlier bookings of the commune are counted: {modules}.</translation>
    </message>
    <message>
        <source>Früher ohne Förderung bezahlt und nicht mitgezählt: {modules}.</source>
        <translation>Paid before without funding and not counted: {modules}.</translation>
    </message>
    <message>
        <source>nur eines der Module {modules}</source>
        <translation>only one of modules {modules}</translation>
    </message>
    <message>
        <source>nur {count} der Module {modules}</source>
        <translation>only {count} of modules {modules}</translation>
    </message>
    <message>
        <source>Ausnahme schließt Modul {excluded} aus</source>
        <translation>the exception rules out module {excluded}</translation>
    </message>
    <message>
        <source>Ausnahme schließt Module {excluded} aus</source>
        <translation>the exception rules out modules {excluded}</translation>
    </message>
    <message>
        <source>{module} bezahlt: {payer}.</source>
        <translation>{module} is paid by: {payer}.</translation>
    </message>
    <message>
        <source>{modules} werden aus {count} Töpfen bezahlt.</source>
        <translation>{modules} are paid from {count} funds.</translation>
    </message>
    <message>
        <source>zwei</source>
        <translation>two</translation>
    </message>
    <message>
        <source>{module} durch {payer} (Regel {number})</source>
        <translation>{module} by {payer} (rule {number})</translation>
    </message>
    <message>
        <source>Im Förderzeitraum: {payers}.</source>
        <translation>Within the funding period: {payers}.</translation>
    </message>
    <message>
        <source>Voll gefördert wären: {choices}. Den Rest bezahlt die Kommune selbst.</source>
        <translation>Fully funded would be: {choices}. The commune pays the rest itself.</translation>
    </message>
    <message>
        <source>Im Förderzeitraum voll gefördert wären: {choices}.</source>
        <translation>Within the funding period these would be fully funded: {choices}.</translation>
    </message>
    <message>
        <source>{module} ab {day}</source>
        <translation>{module} from {day}</translation>
    </message>
    <message>
        <source>{module} bis {day}</source>
        <translation>{module} until {day}</translation>
    </message>
    <message>
        <source>{module} ohne Förderzeitraum</source>
        <translation>{module} without a funding period</translation>
    </message>
</context>
<context>
    <name>headlines</name>
    <message>
        <source>übergeben an „{name}“, hier nur zu lesen</source>
        <translation>handed over to “{name}”, to be read only</translation>
    </message>
    <message>
        <source>Modul {number} · {title}</source>
        <translation>Module {number} · {title}</translation>
    </message>
    <message>
        <source>Module noch offen</source>
        <translation>Modules still open</translation>
    </message>
    <message>
        <source>Module {numbers}</source>
        <translation>Modules {numbers}</translation>
    </message>
    <message>
        <source>Rückruf</source>
        <translation>Call back</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Rückgängig: {title}</source>
        <translation>Undone: {title}</translation>
    </message>
    <message>
        <source>Wiederhergestellt: {title}</source>
        <translation>Redone: {title}</translation>
    </message>
    <message>
        <source>angelegt</source>
        <translation>added</translation>
    </message>
    <message>
        <source>{field} und eine weitere Angabe</source>
        <translation>{field} and one more detail</translation>
    </message>
    <message>
        <source>{field} und {count} weitere Angaben</source>
        <translation>{field} and {count} more details</translation>
    </message>
    <message>
        <source>zurückgenommen</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>aus einer Falldatei</source>
        <translation>from a case file</translation>
    </message>
    <message>
        <source>So steht es jetzt.</source>
        <translation>This is how it stands now.</translation>
    </message>
    <message>
        <source>Aus diesem Stand wurden Namen gelöscht; er lässt sich nicht zurückholen.</source>
        <translation>Names were erased from this state; it cannot be brought back.</translation>
    </message>
    <message>
        <source>Damit wurde der Fall angelegt.</source>
        <translation>This is how the case was opened.</translation>
    </message>
    <message>
        <source>leer</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Eingabe</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>month</name>
    <message>
        <source>MM/JJJJ</source>
        <translation>MM/YYYY</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Fälle</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Fall anlegen</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Inhalte</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Sicherungen</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Überblick</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Buchungen</source>
        <translation>Bookings</translation>
    </message>
    <message>
        <source>Vorbereitung</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Erhebung</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>Umstellung</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Nachweise</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Nutzung</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Leistungen</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Prozesse</source>
        <translation>Processes</translation>
    </message>
    <message>
        <source>Auswahl</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>E-Akte</source>
        <translation>E-file</translation>
    </message>
    <message>
        <source>Anwendungsfall</source>
        <translation>Use case</translation>
    </message>
    <message>
        <source>Umsetzungsplan</source>
        <translation>Implementation plan</translation>
    </message>
    <message>
        <source>Dokumente</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation>Data protection</translation>
    </message>
    <message>
        <source>Fall weitergeben</source>
        <translation>Pass the case on</translation>
    </message>
    <message>
        <source>Falldatei einlesen</source>
        <translation>Read a case file</translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Fallliste einlesen</source>
        <translation>Import list of cases</translation>
    </message>
    <message>
        <source>Fall als Vorlage</source>
        <translation>Case as template</translation>
    </message>
</context>
<context>
    <name>privacy</name>
    <message>
        <source>in einer früheren Fassung</source>
        <translation>in an earlier version</translation>
    </message>
    <message>
        <source>in {count} früheren Fassungen</source>
        <translation>in {count} earlier versions</translation>
    </message>
</context>
<context>
    <name>projector</name>
    <message>
        <source>Beamer aus</source>
        <translation>Projector off</translation>
    </message>
    <message>
        <source>Beamer fehlt</source>
        <translation>Projector missing</translation>
    </message>
    <message>
        <source>Beamer schwarz</source>
        <translation>Projector black</translation>
    </message>
    <message>
        <source>Beamer: Pause</source>
        <translation>Projector: break</translation>
    </message>
    <message>
        <source>Beamer: Standbild</source>
        <translation>Projector: still</translation>
    </message>
    <message>
        <source>Beamer: angeheftet</source>
        <translation>Projector: pinned</translation>
    </message>
    <message>
        <source>Beamer zeigt {title}</source>
        <translation>Projector shows {title}</translation>
    </message>
    <message>
        <source>Beamer an</source>
        <translation>Projector on</translation>
    </message>
    <message>
        <source>den Zugang</source>
        <translation>the access</translation>
    </message>
</context>
<context>
    <name>ready</name>
    <message>
        <source>Die Bögen der Vorab-Abfrage für dieses Modul, je Rolle der neueste.</source>
        <translation>The forms of the pre-survey for this module, the newest of each role.</translation>
    </message>
    <message>
        <source>Zur Vorab-Abfrage</source>
        <translation>To the pre-survey</translation>
    </message>
    <message>
        <source>Die neueste Sicherung wird geöffnet und ihre Fälle gezählt; wurde etwas geändert, entsteht erst eine neue.</source>
        <translation>The newest backup is opened and its cases are counted; where something was changed, a new one is made first.</translation>
    </message>
    <message>
        <source>Bestätigen Sie, was auf Papier vor Ihnen liegt.</source>
        <translation>Confirm what lies before you on paper.</translation>
    </message>
    <message>
        <source>Zum Druckpaket</source>
        <translation>To the print pack</translation>
    </message>
    <message>
        <source>Das Bild für den Beamer mit F5 einmal öffnen, auch ohne zweiten Bildschirm.</source>
        <translation>Open the projected picture once with F5, also without a second screen.</translation>
    </message>
    <message>
        <source>Wer am Tag selbst die Tür öffnet und ans Telefon geht.</source>
        <translation>Who opens the door and answers the phone on the day.</translation>
    </message>
    <message>
        <source>Ansprechpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Notfallmappe mit Ablaufplan, leerem Fragebogen und Abstimmkarten.</source>
        <translation>Emergency folder with run sheet, blank questionnaire and voting cards.</translation>
    </message>
    <message>
        <source>Mappe erstellen …</source>
        <translation>Make the folder …</translation>
    </message>
    <message>
        <source>Angeschlossen ist 1 Bildschirm.</source>
        <translation>1 screen is connected.</translation>
    </message>
    <message>
        <source>Angeschlossen sind {count} Bildschirme.</source>
        <translation>{count} screens are connected.</translation>
    </message>
</context>
<context>
    <name>set-up</name>
    <message>
        <source>Kommune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>Module und Förderung</source>
        <translation>Modules and funding</translation>
    </message>
    <message>
        <source>Ansprechpersonen</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Termine und Raum</source>
        <translation>Dates and room</translation>
    </message>
    <message>
        <source>Prüfen und anlegen</source>
        <translation>Check and set up</translation>
    </message>
</context>
<context>
    <name>side-by-side</name>
    <message>
        <source>Grund: {words}</source>
        <translation>Reason: {words}</translation>
    </message>
    <message>
        <source>Begründung der Gruppe: {words}</source>
        <translation>Reasons of the group: {words}</translation>
    </message>
    <message>
        <source>Aussage {role}: {words}</source>
        <translation>Statement {role}: {words}</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>nein</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nicht möglich</source>
        <translation>not possible</translation>
    </message>
    <message>
        <source>wird immer gestellt</source>
        <translation>is always asked</translation>
    </message>
    <message>
        <source>wird nur unter einer Bedingung gestellt</source>
        <translation>is asked under a condition only</translation>
    </message>
    <message>
        <source>{low} bis {high} {unit}</source>
        <translation>{low} to {high} {unit}</translation>
    </message>
</context>
</TS>
