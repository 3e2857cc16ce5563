package nl.doorlichting.local.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints how much of the archive of classes this process has changed, and so cannot share with others, in KiB. Linux only. */
final class ArchivePages {
    private ArchivePages() {}

    public static void main(String[] none) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
        boolean ofArchive = false;
        int changed = 0;
        for (String line : lines) {
            if (line.matches("[0-9a-f]+-.*")) {
                ofArchive = line.endsWith(".jsa");
            } else if (ofArchive && line.startsWith("Private_Dirty:")) {
                changed += Integer.parseInt(line.replaceAll("\\D", ""));
            }
        }
        System.out.println(changed);
    }
}
