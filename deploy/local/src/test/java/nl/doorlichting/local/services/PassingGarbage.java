package nl.doorlichting.local.services;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * A program that needs much memory for a moment, as for a large question, and then little: 24 MiB that it replaces by and by,
 * as a cache does. Prints how large its heap is in the end, in MiB.
 */
final class PassingGarbage {
    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = KIBIBYTE * KIBIBYTE;
    private static final int BLOCK = 64 * KIBIBYTE;
    private static final int REPLACED = 8_000;
    private static final int SMALL_OBJECTS = 64;

    private PassingGarbage() {}

    public static void main(String[] none) {
        System.out.println("large " + filled(new byte[100 * MEBIBYTE / BLOCK][]).length);
        byte[][] inUse = filled(new byte[24 * MEBIBYTE / BLOCK][]);
        long small = 0;
        for (int i = 0; i < REPLACED; i++) {
            for (int k = 0; k < SMALL_OBJECTS; k++) {
                small += new byte[KIBIBYTE].length;
            }
            inUse[i % inUse.length] = new byte[BLOCK];
        }
        System.out.println("small " + small);
        // Java begins it by itself only when the heap is full, which can be later than this program ends.
        System.gc();
        System.out.println(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MEBIBYTE);
        Reference.reachabilityFence(inUse);
    }

    private static byte[][] filled(byte[][] blocks) {
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new byte[BLOCK];
        }
        return blocks;
    }
}
