// SurveyJS core as a peer: node survey.cjs FOLDER, the survey as one line of JSON, then a line per round.
// Every round is answered by the milliseconds that so many answers took.
"use strict";
const path = require("path");
const { createInterface } = require("readline");
const { Model } = require(path.join(path.resolve(process.argv[2]), "survey-core"));

let model = null;
let task = null;

function round() {
  const begun = process.hrtime.bigint();
  for (let number = 0; number < task.answers; number += 1) {
    const driver = task.drivers[number % task.drivers.length];
    model.setValue(driver, task.levels[Math.floor(number / task.drivers.length) % task.levels.length]);
  }
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  const visible = model.getAllQuestions().filter((question) => question.isVisible).length;
  process.stdout.write(`${JSON.stringify({ milliseconds, visible })}\n`);
}

createInterface({ input: process.stdin }).on("line", (line) => {
  if (model === null) {
    task = JSON.parse(line);
    model = new Model(task.survey);
  } else {
    round();
  }
});
