### Several interviews together. HTML, except labels.

button-next-reading = What to read next
button-compare = Compare: { $topic }
button-train = Train the gaps

trend-mark = { NUMBER($score, minimumFractionDigits: 1, maximumFractionDigits: 1) }
trend =
    Marks, oldest first: { $marks }. { $direction ->
        [up] Up by { $change }.
        [down] Down by { $change }.
       *[level] No change.
    }

compare =
    <b>{ $topic }</b>
    { $earlier }: <b>{ NUMBER($before, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> of 5
    { $later }: <b>{ NUMBER($after, minimumFractionDigits: 1, maximumFractionDigits: 1) }</b> of 5
compare-gained = <b>New since then</b>
compare-lost = <b>Said then, not now</b>
compare-open = <b>Open both times</b>
compare-nothing = No question was asked both times with anything to compare.

progress = <b>What you have shown so far</b>
progress-line = • { $topic }: { $stated } of { $count } points, { $share } %
progress-choose = Points count as they stood last. A topic below opens them one by one.
progress-empty = There is nothing to show yet. It begins with the first interview you finish or stop.
progress-topic = <b>{ $topic }</b>, as it stood last

next = <b>What to read next</b>
next-line = • After “{ $title }”: { $related }
next-alone = • “{ $title }” itself, once more
next-choose = A button begins a training round: a word after each question, strong answers on request.
next-nothing = Nothing expected was missing in that interview.
