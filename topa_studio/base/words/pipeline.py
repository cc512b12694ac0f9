"""Sentences for the codes of jobs."""

TEMPLATES: dict[str, str] = {
    "pipeline.unknown-model": "No model is called {model}. Choose another one.",
    "pipeline.unknown-mode": "{model} has no quality {mode}. It has: {modes}.",
    "pipeline.unknown-ratio": "{model} makes no films in {ratio}. It makes: {ratios}.",
    "pipeline.is-still": "The shot is a picture of your own; nothing is made for it.",
    "pipeline.duration": "The shot is {seconds} s long; the model makes {least} to {most} s.",
    "pipeline.too-many-elements": (
        "The shot has {count} elements with pictures; {model} takes {most} at most."
    ),
    "pipeline.needs-start": (
        "{model} needs a start picture when elements are in the shot. "
        "Let it start from its panel, or choose another model."
    ),
    "pipeline.end-without-start": "An end picture needs a start picture.",
    "pipeline.shot-has-mistake": "The shot has a mistake in line {line}: {mistake}",
    "pipeline.element-has-mistake": "{element} has a mistake in line {line}: {mistake}",
    "pipeline.film-has-mistake": "The film has a mistake in line {line}: {mistake}",
    "pipeline.same-files": (
        "The shots {other} and {key} differ in small and capital letters or accents only; some "
        "computers would keep them in the same file. Give this one another id or key."
    ),
    "pipeline.one-picture": (
        "{element} has one picture only, so it is sent twice. A second angle keeps its look better."
    ),
    "pipeline.picture-missing": "The picture {path} is not there.",
    "pipeline.picture-damaged": (
        "The picture {path} is damaged, or of a kind that cannot be sent. Choose a whole PNG, JPEG "
        "or WebP file."
    ),
    "pipeline.picture-small": (
        "The picture {path} is {width} by {height} pixels; the service takes none below {least} "
        "by {least}. Choose a larger one."
    ),
    "pipeline.picture-small-cut": (
        "Cut to {ratio}, the picture {path} is only {width} by {height} pixels; the service takes "
        "none below {least} by {least}. Choose a larger one."
    ),
    "pipeline.picture-heavy": (
        "The picture {path} has {size} MB; the service takes {most} MB at most. Save it smaller, "
        "for example as a JPEG file."
    ),
    "pipeline.picture-shape": (
        "The picture {path} is too long and narrow ({width} by {height} pixels); one side may be "
        "{ratio} times the other at most."
    ),
    "pipeline.picture-turned": "The picture {path} lies on its side and says so in a note inside.",
    "pipeline.picture-webp": "The picture {path} is a WebP file, which the service does not take.",
    "pipeline.picture-elsewhere": (
        "The picture {path} lies outside the film's folder, so it is not uploaded without your "
        "leave. Copy it into the film's folder; or, if you trust this film, allow it when the "
        "window asks, or put --allow-outside before the command."
    ),
    "pipeline.pictures-not-there": (
        "{element}: of its pictures in order, these are not there: {files}. The others are used."
    ),
    "pipeline.pictures-not-moved": (
        "The pictures stay as they are, since the disk does not take them: {reason}. "
        "Make room there, or look whether the folder may be written."
    ),
    "pipeline.pictures-gone": (
        "{files}: not in the trash any more, or another picture stands in its place by now, so "
        "it stays as it is."
    ),
    "pipeline.picture-not-own": (
        "The picture {path} is only named by the film and does not lie in the folder of {element}. "
        "Upload a copy of it to change it."
    ),
    "pipeline.picture-gone": "The picture {path} is not there any more. Look at the element again.",
    "pipeline.nothing-cropped": "That would leave nothing of the picture. Draw a larger frame.",
    "pipeline.nothing-to-keep": "No new picture of {element} waits to be kept.",
    "pipeline.own-picture-large": (
        "{path} is larger than {limit} MB, more than any picture here may have. Choose another one."
    ),
    "pipeline.heic": (
        "{path} is a HEIC picture that cannot be read here. Save it as JPEG or PNG, and choose "
        "that one."
    ),
    "pipeline.pictures-follow": "The pictures of {element} are still on their way to its new name.",
    "pipeline.drawn-before": (
        "A picture of {element} is still being drawn under its old name: it comes here by itself."
    ),
    "pipeline.enough-angles": (
        "{element} has {count} pictures; {most} are the most that are sent. Remove one for another."
    ),
    "pipeline.voice-length": (
        "{path} lasts {seconds} seconds; a voice sample has {least} to {most}. Choose another one."
    ),
    "pipeline.not-described": (
        "Nothing says yet how {element} looks. Write its description, or give it a picture."
    ),
    "pipeline.element-not-made": "The pictures of {element} could not be made: {reason}",
    "pipeline.previous-not-made": "It starts from the end of shot {shot}, which is not made yet.",
    "pipeline.no-next": "It ends with the panel of the next shot, and there is no next shot.",
    "pipeline.next-not-made": "It ends with the panel of shot {shot}, which is not made: {reason}",
    "pipeline.no-reason": "no reason given",
    "pipeline.service-failed": "The service could not make it: {reason}. Nothing was charged.",
    "pipeline.failed-cost-unclear": (
        "The service could not make it: {reason}. What it took for that cannot be told, so it "
        "counts as {credits} credits."
    ),
    "pipeline.not-again": (
        "It was not sent again: {reason} The same words are sent once more only by a press on "
        "this one alone."
    ),
    "pipeline.file-late": (
        "The service says it is finished, but gives no file yet (task {task_id}). It is asked "
        "again for some minutes."
    ),
    "pipeline.no-file": (
        "The service says it is finished, but gives no file (task {task_id}). It counts as paid "
        "and is not sent again by itself. Look again later; that costs nothing."
    ),
    "pipeline.others-report": (
        "What the service tells of task {task_id} is about another request. It is asked again for "
        "some minutes."
    ),
    "pipeline.others-result": (
        "What the service tells of task {task_id} is about another request, so its result was not "
        "taken. It counts as paid and is not sent again by itself. Look again later; that costs "
        "nothing."
    ),
    "pipeline.not-media": "What came was no clip or picture; it is fetched again.",
    "pipeline.not-fetched": (
        "It is made and paid for, but could not be downloaded: {reason} "
        "Generate tries the download again; it costs nothing."
    ),
    "pipeline.still-running": (
        "Not finished after {minutes} min. The service goes on; the next run collects it."
    ),
    "pipeline.no-news": (
        "The service does not tell of this job any more (task {task_id}). It is asked on; "
        "its own page of logs may say more."
    ),
    "pipeline.needs-you": (
        "It was sent, and no clear answer came. The service may be making it "
        "and may charge for it, so it is not sent again by itself."
    ),
    "pipeline.id-not-stored": (
        "Shot or element {key} was sent and paid for as task {task_id}, but the disk did not take "
        "this number: {reason} Note it down, make room on the disk, and leave the program open "
        "until the result is here."
    ),
    "pipeline.id-kept-apart": (
        "Shot or element {key} was sent and paid for as task {task_id}, but the disk did not take "
        "this into the record of the film: {reason} The number is kept in {place}, and the job "
        "goes on. Make room on the disk, then press Continue."
    ),
    "pipeline.no-room-for-id": (
        "Nothing was sent, because what is paid for could not be kept safely: {reason}. Make room "
        "on the disk, or let the program write there, then press Continue."
    ),
    "pipeline.no-task-id": (
        "There is no task id in what was pasted. It is a row of letters and digits that stands "
        "beside each task on {page}."
    ),
    "pipeline.no-such-task": (
        "The service knows no task {task_id}. Look whether the whole id was copied."
    ),
    "pipeline.told-other": (
        "Asked about task {task_id}, the service told of task {other}. Nothing was changed; try "
        "again in a minute."
    ),
    "pipeline.task-known": "Task {task_id} is known already: it belongs to {where}.",
    "pipeline.nothing-unknown": "Nothing there waits for you.",
    "pipeline.nothing-to-retry": (
        "Nothing went wrong there. To make one more take, use Generate; it costs credits."
    ),
    "pipeline.other-task": "That task draws something else: “{prompt}”. Nothing was changed.",
    "pipeline.task-has-other-settings": (
        "That task has the same words, but other pictures or settings. Nothing was changed."
    ),
    "pipeline.task-is-clip": (
        "That task makes a clip, but what waits for you here is a picture. Nothing was changed."
    ),
    "pipeline.task-is-image": (
        "That task makes a picture, but what waits for you here is a clip. Nothing was changed."
    ),
    "pipeline.proof-no-words": (
        "The service does not tell what that task draws, so it cannot be proven that it is this "
        "one. Take it only if you are sure."
    ),
    "pipeline.proof-no-time": (
        "That task draws the same, but nobody can tell when it was made, so it may be an earlier "
        "one. Take it only if you are sure."
    ),
    "pipeline.proof-later": (
        "That task draws the same, but was made {minutes} min after this was sent. Take it only "
        "if you are sure."
    ),
    "pipeline.proof-earlier": (
        "That task draws the same, but was made {minutes} min before this was sent. Take it only "
        "if you are sure."
    ),
    "pipeline.proof-no-pictures": (
        "That task has the same words and was made at the right time, but which pictures went "
        "with this one was not written down. Take it only if you are sure."
    ),
    "pipeline.left-not-proven": (
        "You left this one, and the service does not tell what that task draws, so nothing proves "
        "that it is yours. Nothing was changed."
    ),
    "pipeline.adopt-later": (
        "Something is being made there at this moment. Take the older task when that is done."
    ),
    "pipeline.adopted": "It is yours, and nothing was charged again.",
    "pipeline.left": "You left it, though it may have been charged: it counts as spent.",
    "pipeline.left-free": "You left it; it was not charged.",
    "pipeline.state-rebuilt": (
        "The record of what was made was lost or damaged. It was built anew from the receipts and "
        "notes beside the clips; what was there is kept in {folder}. Look whether your takes are "
        "all there. Nothing is paid for until you say so: in the queue, or by topa-studio rebuild."
    ),
    "pipeline.offline": (
        "{host} cannot be reached: {reason}. Nothing is sent and nothing is lost; it goes on by "
        "itself as soon as it answers."
    ),
    "pipeline.woke": "The computer slept. It goes on as soon as the service answers.",
    "pipeline.paused": "Nothing new is sent until you press Continue.",
    "pipeline.waits-turn": "It waits for its turn: {slots} jobs run at once.",
    "pipeline.waits-rate": "The service asks to wait for {seconds} s.",
    "pipeline.waits-element": "It waits for the pictures of {element}.",
    "pipeline.waits-previous": "It waits for shot {shot}, from whose end it starts.",
    "pipeline.waits-panel": "It waits for the panel of shot {shot}, with which it ends.",
    "pipeline.may-still-charge": (
        "{sent} are with the service already. It may still finish them and charge for them, so "
        "they are collected when they are done."
    ),
    "pipeline.content-refused": (
        "The service does not draw this: {reason}. Nothing was charged. Your words are kept; "
        "change them, for the same words would be refused again."
    ),
    "pipeline.removed": "It is not in the film any more, so it was not sent.",
    "pipeline.stopped": "It was stopped.",
    "pipeline.given-up": "It was taken back before it was sent. Nothing was charged.",
    "pipeline.on-the-wire": "It is being sent at this moment.",
    "pipeline.over-film-budget": (
        "This costs {cost} credits; the film's budget of {budget} has {left} left. Raise the "
        "budget of the film, or choose a lower quality or fewer seconds."
    ),
    "pipeline.over-day-budget": (
        "This costs {cost} credits; the budget of {budget} a day has {left} left today. Raise it, "
        "or go on tomorrow."
    ),
    "pipeline.over-run-budget": (
        "This costs {cost} credits; the {budget} credits given for this run have {left} left."
    ),
    "pipeline.all-over-film-budget": (
        "All {count} together cost {cost} credits; the film's budget of {budget} has {left} left, "
        "so nothing was sent. Generate what fits, or raise the budget of the film."
    ),
    "pipeline.all-over-day-budget": (
        "All {count} together cost {cost} credits; the budget of {budget} a day has {left} left "
        "today, so nothing was sent. Generate what fits, raise it, or go on tomorrow."
    ),
    "pipeline.all-over-run-budget": (
        "All {count} together cost {cost} credits; the {budget} credits given for this run have "
        "{left} left, so nothing was sent."
    ),
    "pipeline.no-price": (
        "What this costs is not known: its model and quality have no price here. It is sent only "
        "if you allow that."
    ),
    "pipeline.dearer": (
        "This would cost {cost} credits now, and {shown} when you pressed, so it was not sent. "
        "Press again if you want it at the new price."
    ),
    "pipeline.clip-gone": (
        "The clip's file is gone from the disk. It was paid for, and is fetched again for nothing."
    ),
    "pipeline.clip-lost": (
        "The clip's file is gone from the disk, and the service keeps it no more. Put the file "
        "back, or generate it again: that costs again, and is done only if you say so."
    ),
    "pipeline.made-elsewhere": (
        "Exactly the same request has been made already, for {where}. Try again: it is taken over "
        "and costs nothing."
    ),
    "pipeline.made-before": (
        "Exactly the same has been made here before: it is taken over, and costs nothing."
    ),
    "pipeline.asked-elsewhere": (
        "Exactly the same was sent for {where}, and the answer was lost. Decide about that first: "
        "it may be charged."
    ),
    "pipeline.task-not-known": (
        "The service says again and again that it does not know task {task_id}, so it is asked no "
        "more. It may be of another account. It counts as charged."
    ),
    "pipeline.no-take": "There is no take {number} of this shot.",
    "pipeline.no-panel": "There is no panel {number} of this shot.",
    "pipeline.own-no-file": "{path} cannot be read: {reason}. Choose another file.",
    "pipeline.own-no-clip": (
        "{path} is no clip that can be shown here. Choose an MP4, MOV or WebM file."
    ),
    "pipeline.own-no-picture": (
        "{path} is no picture that can be used here. Choose a PNG, JPEG or WebP file."
    ),
    "pipeline.own-too-large": (
        "{path} is larger than {limit} GB. A take is one shot: cut it out of the file first."
    ),
    "pipeline.take-in-film": "Take {number} stands in the film for shot {shot} now.",
    "pipeline.panel-in-film": "Panel {number} stands for shot {shot} now.",
    "pipeline.no-take-in-film": "No take stands in the film for shot {shot} now.",
    "pipeline.no-panel-in-film": "No panel stands for shot {shot} now.",
    "pipeline.trash-in-film": "It stands in the film by its number.",
    "pipeline.trash-shared": "Other takes are parts of the same file.",
    "pipeline.trash-not-ours": "Its file lies outside the folder of results.",
    "pipeline.trash-left": (
        "{count} of what is in the trash could not be deleted, and stays there: {reason}"
    ),
    "pipeline.not-deleted": "{reason}. Let the program write there to empty it.",
    "pipeline.of-another-film": (
        "Clips of another film that lay in this folder are kept here: {count}. They count for this "
        "shot only if you say so: topa-studio take-over."
    ),
    "pipeline.same-request": (
        "Take {take} was made from exactly the same words, pictures and settings. Generating it "
        "again costs again, and is done only if you say so."
    ),
    "pipeline.being-made": "It is being made already, so it was not sent a second time.",
    "pipeline.failed-and-charged": (
        "The service could not make it: {reason}. It took {credits} credits all the same."
    ),
    "pipeline.day-ledger": (
        "What was spent today cannot be counted, as {path} cannot be used: {reason}. While a "
        "budget for the day is set, nothing is sent."
    ),
    "pipeline.day-ledger-rebuilt": (
        "The count of what all films spent today, {path}, was damaged. It was built anew from the "
        "notes of what was paid, and the damaged one is kept beside it as {aside}. Look in "
        "Preferences, at the budget of the day, whether the credits of today are right; if some "
        "are missing, lower that budget for today."
    ),
    "pipeline.day-not-counted": (
        "What is spent today is not counted, as {path} cannot be used: {reason}. No budget for the "
        "day is set, so work goes on. Let the program write there before you set one."
    ),
    "pipeline.disk": (
        "The disk did not take a file: {reason}. Make room on the disk, or let the program write "
        "there; what is paid for is not lost."
    ),
}
