### What changed since the edition before, and what publishers revised.

change-first-lead = First edition
change-first = There is no earlier edition to compare with.
change-none-lead = Unchanged
change-none = No headline figure changed.
change-more-lead = Also
change-more = { $count-class ->
    [one] { $count } further change
   *[other] { $count } further changes
}
change-value = { $what }: { $value-short }
change-new-lead = New
change-new = { $what }
change-revised-lead = Revised
change-revised = { $what }: { $before } → { $after }
change-dropped-lead = Dropped
change-dropped = { $what }
change-crossed-lead = Crossed
change-crossed = { $what }: { $value-short }, { $side ->
    [above] now above
   *[below] now below
} { $threshold-short }
change-target-lead = Aim
change-target = { $target-short }: { $state }
change-meaning-lead = Reads otherwise than before
change-meaning = { $sentence }
change-project-lead = Project
change-project = { $project }: { $before } → { $after }
change-project-new = { $project }: { $after }
change-event-lead = Event
change-event = { $event }, { $date }
change-stale-lead = Grown old
change-stale = { $what }
change-recovered-lead = Fresh again
change-recovered = { $what }
change-method-lead = Calculated in another way
change-method = { $what }

heading-revisions = Revisions
standing-revisions = Figures the edition before printed and publishers have changed since.
table-revisions = Revised since the edition before
column-figure = Figure
column-before = Before
column-after = Now
column-difference = Difference
column-reason = Reason
revision-revised = Revised by the publisher
revision-rebased = Whole series rebased, by about { $change }
revision-restored = Restored after withdrawal
revision-withdrawn = Withdrawn by the publisher
revision-new = A figure it rests on came out
revision-recomputed = Calculated in another way
revision-corrected = Row corrected in our table
revision-small = { $count-class ->
    [one] { $count } further small revision of the data touches nothing printed.
   *[other] { $count } further small revisions of the data touch nothing printed.
}

replayed = Reconstructed from what was published by { $date }
awaited = Data that were awaited had not come in time ({ $series }); this edition rests on the last ones known
