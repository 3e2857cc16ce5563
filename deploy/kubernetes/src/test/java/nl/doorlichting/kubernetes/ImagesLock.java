package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The list of all images, with their digests once they are locked. */
record ImagesLock(List<Image> images) {
    static final String NOT_YET = "-";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** @param digest a dash until a release locks it */
    record Image(String name, String tag, String digest) {

        private static Image of(String line) {
            String[] parts = line.split(" +");
            if (parts.length != 3
                    || !(parts[2].equals(NOT_YET) || DIGEST.matcher(parts[2]).matches())) {
                throw new AssertionError("images.lock: not name, tag and digest: " + line);
            }
            return new Image(parts[0], parts[1], parts[2]);
        }

        /** The name in every registry that it is copied to. */
        String shortName() {
            return name.contains(".") ? name.substring(name.indexOf('/') + 1) : name;
        }

        /** The form in a rendered manifest, without the registry. */
        String reference() {
            return shortName() + ":" + tag + (digest.equals(NOT_YET) ? "" : "@" + digest);
        }
    }

    static ImagesLock read() {
        return read(Path.of("images.lock"));
    }

    static ImagesLock read(Path file) {
        try {
            return new ImagesLock(Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(Image::of)
                    .toList());
        } catch (IOException failure) {
            throw new AssertionError(file + " cannot be read", failure);
        }
    }
}
