package nl.doorlichting.domain.releases;

/** What a copy of the earlier release does with a cell. */
public enum ChangeAction {
    /** Add it, or put it in place of the one with the same key. */
    UPSERT,
    /** Remove the one with its key. */
    DELETE
}
