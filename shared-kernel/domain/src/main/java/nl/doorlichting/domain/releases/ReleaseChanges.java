package nl.doorlichting.domain.releases;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;

/**
 * The cells that differ between two releases, in the order of their keys. It holds two cells at a time, so the size of
 * the releases does not matter. A figure that moved has its old cell among them, unless that one is shown as it was: what
 * protection hides in the cells is not in the changes either.
 */
public final class ReleaseChanges implements Iterator<CellChange> {

    private final Iterator<ReleaseCell> before;
    private final Iterator<ReleaseCell> after;
    private final Function<CellKey, ChangeReason> reasons;
    private ReleaseCell old;
    private ReleaseCell current;
    private CellChange next;

    /**
     * @param before cells of the earlier release, sorted by key
     * @param after cells of the later release, sorted by key
     * @param reasons why a cell differs, asked only where one does; null for the usual reason
     */
    public ReleaseChanges(
            Iterator<ReleaseCell> before, Iterator<ReleaseCell> after, Function<CellKey, ChangeReason> reasons) {
        this.before = before;
        this.after = after;
        this.reasons = reasons;
        this.old = following(before, null);
        this.current = following(after, null);
        advance();
    }

    /** Puts a change into a copy of the earlier release. */
    public static void apply(CellChange change, Map<CellKey, ReleaseCell> copy) {
        if (change.action() == ChangeAction.DELETE) {
            copy.remove(change.key());
            return;
        }
        copy.put(change.key(), new ReleaseCell(change.key(), change.measures(), change.disclosure()));
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public CellChange next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        CellChange change = next;
        advance();
        return change;
    }

    private void advance() {
        next = null;
        while (next == null && (old != null || current != null)) {
            int order = old == null ? 1 : current == null ? -1 : old.key().compareTo(current.key());
            if (order < 0) {
                next = CellChange.delete(old.key(), reason(old.key(), ChangeReason.WITHDRAWN));
            }
            if (order > 0) {
                next = CellChange.upsert(current, reason(current.key(), ChangeReason.NEW));
            }
            if (order == 0 && !old.equals(current)) {
                next = CellChange.upsert(current, reason(current.key(), ChangeReason.CORRECTION));
            }
            old = order <= 0 ? following(before, old) : old;
            current = order >= 0 ? following(after, current) : current;
        }
    }

    private ChangeReason reason(CellKey key, ChangeReason usual) {
        return Objects.requireNonNullElse(reasons.apply(key), usual);
    }

    private static ReleaseCell following(Iterator<ReleaseCell> cells, ReleaseCell last) {
        if (!cells.hasNext()) {
            return null;
        }
        ReleaseCell cell = cells.next();
        if (last != null && last.key().compareTo(cell.key()) >= 0) {
            throw new IllegalArgumentException(cell.key() + " is not after " + last.key());
        }
        return cell;
    }
}
