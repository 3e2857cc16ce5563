package nl.doorlichting.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A zip file that can be read in one way only. Its parts follow one another without a gap, then comes a directory that
 * agrees with them. A program that reads the file from its beginning and one that uses the directory get the same
 * result. Each part is unpacked once and has exactly its stated size, so nothing grows beyond its bound. Encryption,
 * other methods than deflate and stored, zip64 and several volumes are rejected, because no text document of the
 * permitted size has them. Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5.
 */
final class StrictZip {
    private static final int MOST_ENTRIES = 10_000;
    // What all parts together may come to unpacked: ten times the largest file. Whatever opens a document unpacks it.
    private static final long MOST_UNPACKED = 10 * DocumentContent.MAXIMUM_BYTES;
    private static final int LARGEST_DIRECTORY = 4 << 20;
    private static final int LARGEST_PART_READ = 1 << 20;
    private static final int BUFFER = 64 * 1024;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    // Two say how hard the writer tried; sizes that follow the part; names in UTF-8.
    private static final int FOLLOWED = 0x0008;
    private static final int UTF_8 = 0x0800;
    private static final int KNOWN_FLAGS = 0x0006 | FOLLOWED | UTF_8;
    // Gives the part a second name, which some programs use and others do not.
    private static final int UNICODE_PATH = 0x7075;

    private record Part(byte[] rawName, int flags, int method, int crc, long compressed, long unpacked, long position) {
        String name() {
            return new String(rawName, (flags & UTF_8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }

        boolean isFollowed() {
            return (flags & FOLLOWED) != 0;
        }
    }

    private final FileChannel file;
    private final long size;
    private final Map<String, byte[]> parts = new HashMap<>();

    private StrictZip(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /**
     * The names of all parts, each with the content of those that are asked for and with nothing for the others.
     *
     * @throws ZipException when the file is not such a zip file, whatever is wrong with it
     */
    static Map<String, byte[]> read(Path path, Set<String> wanted) throws IOException {
        try (var file = FileChannel.open(path)) {
            var zip = new StrictZip(file);
            zip.readParts(wanted);
            return zip.parts;
        } catch (RuntimeException | DataFormatException broken) {
            throw new ZipException("not a zip file: " + broken);
        }
    }

    private void readParts(Set<String> wanted) throws IOException, DataFormatException {
        var end = bytes(size - END_LENGTH, END_LENGTH);
        refuseUnless(end.getInt(0) == END && end.getInt(4) == 0 && end.getShort(20) == 0, "its end is another");
        var entries = unsigned(end.getShort(10));
        var length = unsigned(end.getInt(12));
        var start = unsigned(end.getInt(16));
        refuseUnless(unsigned(end.getShort(8)) == entries && entries <= MOST_ENTRIES, "too many parts");
        refuseUnless(length <= LARGEST_DIRECTORY && start + length == size - END_LENGTH, "its directory is elsewhere");

        var directory = directory(bytes(start, (int) length), entries);
        refuseUnless(directory.stream().mapToLong(Part::unpacked).sum() <= MOST_UNPACKED, "too large");
        for (int i = 0; i < entries; i++) {
            var part = directory.get(i);
            var next = i + 1 < entries ? directory.get(i + 1).position() : start;
            var content = unpack(part, next, wanted.contains(part.name()));
            refuseUnless(parts.putIfAbsent(part.name(), content) == null, "a part stands in it twice");
        }
    }

    private static List<Part> directory(ByteBuffer directory, int entries) throws ZipException {
        var found = new ArrayList<Part>(entries);
        for (int i = 0; i < entries; i++) {
            found.add(entry(directory));
        }
        refuseUnless(!directory.hasRemaining(), "more in its directory");
        found.sort(Comparator.comparingLong(Part::position));
        refuseUnless(found.isEmpty() || found.get(0).position() == 0, "something before its first part");
        return found;
    }

    private static Part entry(ByteBuffer directory) throws ZipException {
        var at = directory.position();
        refuseUnless(directory.getInt(at) == CENTRAL && directory.getShort(at + 34) == 0, "no entry of a directory");
        var part = new Part(
                new byte[unsigned(directory.getShort(at + 28))],
                unsigned(directory.getShort(at + 8)),
                unsigned(directory.getShort(at + 10)),
                directory.getInt(at + 16),
                unsigned(directory.getInt(at + 20)),
                unsigned(directory.getInt(at + 24)),
                unsigned(directory.getInt(at + 42)));
        var extra = new byte[unsigned(directory.getShort(at + 30))];
        directory.position(at + CENTRAL_LENGTH).get(part.rawName()).get(extra);
        directory.position(directory.position() + unsigned(directory.getShort(at + 32)));
        refuseSecondName(extra);
        refuseUnless((part.flags() & ~KNOWN_FLAGS) == 0, "encrypted, or something else that is not read");
        refuseUnless(part.method() == STORED || part.method() == DEFLATED, "another method");
        // Where a stored part ends is stated before it, or it could hold what looks like the next one.
        refuseUnless(
                part.method() == DEFLATED
                        || part.compressed() == part.unpacked() && (!part.isFollowed() || part.unpacked() == 0),
                "the length of a stored part");
        return part;
    }

    private byte[] unpack(Part part, long next, boolean wanted) throws IOException, DataFormatException {
        var header = bytes(part.position(), LOCAL_LENGTH);
        var name = bytes(part.position() + LOCAL_LENGTH, unsigned(header.getShort(26)));
        var extra = bytes(part.position() + LOCAL_LENGTH + name.capacity(), unsigned(header.getShort(28)));
        refuseUnless(isOf(part, header) && Arrays.equals(name.array(), part.rawName()), "it says two things of a part");
        refuseSecondName(extra.array());

        var start = part.position() + LOCAL_LENGTH + name.capacity() + extra.capacity();
        var end = start + part.compressed();
        refuseUnless(
                part.isFollowed() ? isDescriptorOf(part, end, next) : end == next,
                "its parts do not follow one another");
        refuseUnless(!wanted || part.unpacked() <= LARGEST_PART_READ, "a part is too large to look into");
        var content = new ByteArrayOutputStream();
        var checked = new CheckedOutputStream(wanted ? content : OutputStream.nullOutputStream(), new CRC32());
        if (part.method() == DEFLATED) {
            inflate(part, start, checked);
        } else {
            copy(part, start, checked);
        }
        refuseUnless((int) checked.getChecksum().getValue() == part.crc(), "a part has another checksum");
        return content.toByteArray();
    }

    private static boolean isOf(Part part, ByteBuffer header) {
        var flags = unsigned(header.getShort(6));
        return header.getInt(0) == LOCAL
                && (flags & ~KNOWN_FLAGS) == 0
                && ((flags ^ part.flags()) & (FOLLOWED | UTF_8)) == 0
                && unsigned(header.getShort(8)) == part.method()
                && (part.isFollowed() || states(part, header, 14, false));
    }

    // With a signature or without, with sizes of four bytes or of eight.
    private boolean isDescriptorOf(Part part, long from, long until) throws IOException {
        var length = until - from;
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            return false;
        }
        var descriptor = bytes(from, (int) length);
        var isSigned = length == 16 || length == 24;
        return (!isSigned || descriptor.getInt(0) == DESCRIPTOR)
                && states(part, descriptor, isSigned ? 4 : 0, length >= 20);
    }

    private static boolean states(Part part, ByteBuffer buffer, int at, boolean isWide) {
        return buffer.getInt(at) == part.crc()
                && (isWide ? buffer.getLong(at + 4) : unsigned(buffer.getInt(at + 4))) == part.compressed()
                && (isWide ? buffer.getLong(at + 12) : unsigned(buffer.getInt(at + 8))) == part.unpacked();
    }

    private void copy(Part part, long start, OutputStream content) throws IOException {
        for (long done = 0; done < part.compressed(); done += BUFFER) {
            content.write(bytes(start + done, (int) Math.min(BUFFER, part.compressed() - done))
                    .array());
        }
    }

    private void inflate(Part part, long start, OutputStream content) throws IOException, DataFormatException {
        var inflater = new Inflater(true);
        try {
            var buffer = new byte[BUFFER];
            long taken = 0;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    var length = (int) Math.min(BUFFER, part.compressed() - taken);
                    refuseUnless(length > 0, "a part breaks off");
                    inflater.setInput(bytes(start + taken, length).array());
                    taken += length;
                }
                content.write(buffer, 0, inflater.inflate(buffer));
                refuseUnless(
                        !inflater.needsDictionary() && inflater.getBytesWritten() <= part.unpacked(),
                        "a part is longer than it states");
            }
            refuseUnless(
                    inflater.getBytesWritten() == part.unpacked() && inflater.getBytesRead() == part.compressed(),
                    "a part has another length than it states");
        } finally {
            inflater.end();
        }
    }

    private static void refuseSecondName(byte[] extra) throws ZipException {
        var fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            refuseUnless(unsigned(fields.getShort()) != UNICODE_PATH, "a part has a second name");
            var length = unsigned(fields.getShort());
            fields.position(Math.min(fields.limit(), fields.position() + length));
        }
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        refuseUnless(position >= 0 && position + length <= size, "something beyond its end");
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            refuseUnless(file.read(buffer, position + buffer.position()) >= 0, "something beyond its end");
        }
        return buffer.flip();
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static void refuseUnless(boolean right, String wrong) throws ZipException {
        if (!right) {
            throw new ZipException(wrong);
        }
    }
}
