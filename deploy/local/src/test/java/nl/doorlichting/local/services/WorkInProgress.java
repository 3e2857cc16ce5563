package nl.doorlichting.local.services;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;

/**
 * A program that has 40 MiB in use and needs 3 more for a moment, again and again, as requests at work do. Prints how many MiB more
 * the old part of its heap has in the end, or had when all of the heap was collected.
 */
final class WorkInProgress {
    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = KIBIBYTE * KIBIBYTE;
    private static final int IN_USE = 40 * KIBIBYTE;
    private static final int AT_WORK = 3 * KIBIBYTE;
    private static final int DONE = 2_000 * KIBIBYTE;

    private WorkInProgress() {}

    public static void main(String[] none) {
        byte[][] inUse = new byte[IN_USE][];
        for (int i = 0; i < inUse.length; i++) {
            inUse[i] = new byte[KIBIBYTE];
        }
        System.gc();
        MemoryPoolMXBean oldPart = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findAny()
                .orElseThrow();
        long before = oldPart.getUsage().getUsed();
        oldPart.resetPeakUsage();
        byte[][] atWork = new byte[AT_WORK][];
        for (int i = 0; i < DONE; i++) {
            atWork[i % AT_WORK] = new byte[KIBIBYTE];
        }
        System.out.println((oldPart.getPeakUsage().getUsed() - before) / MEBIBYTE);
        Reference.reachabilityFence(inUse);
        Reference.reachabilityFence(atWork);
    }
}
