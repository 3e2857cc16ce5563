package nl.doorlichting.local.services;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * A program that has 40 MiB in use and needs 2 more for a moment, again and again, as requests at work do. Prints how often all of
 * its heap was collected.
 */
final class WorkInProgress {
    private static final int KIBIBYTE = 1 << 10;
    private static final int IN_USE = 40 * KIBIBYTE;
    private static final int AT_WORK = 2 * KIBIBYTE;
    private static final int DONE = 2_000 * KIBIBYTE;

    private WorkInProgress() {}

    public static void main(String[] none) {
        byte[][] inUse = new byte[IN_USE][];
        for (int i = 0; i < inUse.length; i++) {
            inUse[i] = new byte[KIBIBYTE];
        }
        System.gc();
        long before = collections();
        byte[][] atWork = new byte[AT_WORK][];
        for (int i = 0; i < DONE; i++) {
            atWork[i % AT_WORK] = new byte[KIBIBYTE];
        }
        System.out.println(collections() - before);
        Reference.reachabilityFence(inUse);
        Reference.reachabilityFence(atWork);
    }

    /** Of the old part, which are of all of the heap. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getMemoryPoolNames().length > 2)
                .mapToLong(collector -> collector.getCollectionCount())
                .sum();
    }
}
