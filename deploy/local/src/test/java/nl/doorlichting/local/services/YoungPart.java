package nl.doorlichting.local.services;

import java.lang.management.ManagementFactory;

/** Prints how large the part of the heap for young objects is before anything is collected, in MiB. */
final class YoungPart {
    private YoungPart() {}

    public static void main(String[] none) {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches("Eden Space|Survivor Space"))
                .mapToLong(pool -> pool.getUsage().getCommitted())
                .sum();
        System.out.println(bytes >> 20);
    }
}
