// One cluster, one story at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
