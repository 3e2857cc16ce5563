package nl.doorlichting.gateway.reportcache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports of at most so many bytes in all. Those make room that nobody asked for since the longest time, however often they
 * were asked for before: a write makes all reports of its data set old.
 */
final class RecentReports {
    private static final float USUAL_LOAD = 0.75f;

    private static final int QUARTERS = 4;

    private final long capacity;
    private final Map<ReportCacheKey, CachedReport> byKey = new LinkedHashMap<>(16, USUAL_LOAD, true);
    private long bytes;

    RecentReports(long capacity) {
        this.capacity = capacity;
    }

    /** Whether they take less than a quarter of what they may. Until then nothing has to be small. */
    synchronized boolean hasRoom() {
        return bytes < capacity / QUARTERS;
    }

    synchronized Optional<CachedReport> find(ReportCacheKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** In place of one with this key. One that is larger than all together may be is not kept. */
    synchronized void keep(ReportCacheKey key, CachedReport report) {
        if (bytes(key, report) > capacity) {
            remove(key);
            return;
        }
        // The key that is there stays: after a write all reports come anew, and new keys would all become old.
        var before = byKey.put(key, report);
        bytes += bytes(key, report) - (before == null ? 0 : bytes(key, before));
        var oldest = byKey.entrySet().iterator();
        while (bytes > capacity) {
            var leaving = oldest.next();
            bytes -= bytes(leaving.getKey(), leaving.getValue());
            oldest.remove();
        }
    }

    synchronized void remove(ReportCacheKey key) {
        var before = byKey.remove(key);
        bytes -= before == null ? 0 : bytes(key, before);
    }

    /** The second in place of the first, if that is still kept. */
    synchronized void replace(ReportCacheKey key, CachedReport before, CachedReport report) {
        if (byKey.get(key) == before) {
            keep(key, report);
        }
    }

    private static long bytes(ReportCacheKey key, CachedReport report) {
        return (long) key.bytes() + report.bytes();
    }
}
