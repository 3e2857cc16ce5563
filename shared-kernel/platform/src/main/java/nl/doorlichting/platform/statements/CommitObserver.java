package nl.doorlichting.platform.statements;

import java.sql.SQLWarning;

/** What has to be known of a commit that is sent with the last statements of its transaction. */
public interface CommitObserver {
    /**
     * The commit is sent next.
     *
     * @return false where it must not be, because others would wait with it; the transaction is marked to be rolled back then
     */
    boolean begins();

    /**
     * The commit has succeeded.
     *
     * @param warnings of the statements and of the commit; null for none
     */
    void succeeded(SQLWarning warnings);
}
