package id.deskpilkada.dashboard.publicview.mirror;

import id.deskpilkada.dashboard.publicview.PublicFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The root of a file server: {@code index.html} and everything below {@code public/}, each file with its compressed copy beside it. A reader finds each file whole, as it was or as it is.
 * What lies elsewhere in the folder is not touched, and a folder that holds something else is refused.
 */
final class PublicFolder {

    private static final String INDEX = "index.html";
    private static final String PUBLIC = "public";
    private static final String PACKED = ".gz";
    private static final String MARK = ".desk-public";
    private static final String UNFINISHED = ".unfinished";
    private static final Duration ABANDONED = Duration.ofMinutes(10);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]*(/[A-Za-z0-9][\\w.-]*)*");

    private final Path root;
    private final long most;

    /** @param most bytes that all files together may take */
    PublicFolder(Path root, long most) {
        this.root = root.toAbsolutePath().normalize();
        this.most = most;
    }

    /** @param written files that had other contents before, or none */
    record Brought(int written, int removed) {}

    /**
     * Makes the folder hold these files and no others.
     *
     * @throws IOException if that was not possible for some of them; the others are as they should be
     */
    Brought hold(Collection<PublicFile> files) throws IOException {
        claim();
        var failures = new ArrayList<IOException>();
        var named = files.stream().filter(file -> isName(file, failures)).toList();
        int removed = remove(named, failures);
        forgetUnfinished(named.isEmpty() ? Instant.MAX : Instant.now().minus(ABANDONED));
        int written = write(named, failures);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return new Brought(written, removed);
    }

    private static boolean isName(PublicFile file, List<IOException> failures) {
        boolean name = NAME.matcher(file.path()).matches();
        if (!name) {
            failures.add(new IOException("No file name: " + file.path()));
        }
        return name;
    }

    /** What others are pointed at by comes last: the list and the front pages. */
    private int write(List<PublicFile> files, List<IOException> failures) {
        if (size(files) > most) {
            failures.add(new IOException("The public files take more than %d bytes".formatted(most)));
            return 0;
        }
        int written = 0;
        for (var file : files.stream()
                .sorted(Comparator.comparing(PublicFolder::pointsAtOthers))
                .toList()) {
            try {
                written += write(file) ? 1 : 0;
            } catch (IOException e) {
                failures.add(e);
            }
        }
        return written;
    }

    private static boolean pointsAtOthers(PublicFile file) {
        return file.path().endsWith(INDEX) || !file.path().contains("/");
    }

    private static long size(Collection<PublicFile> files) {
        return files.stream()
                .mapToLong(file -> file.plain().length + (long) file.gzip().length)
                .sum();
    }

    /** Takes an empty folder and marks it; one with other things in it is somebody else's. */
    private void claim() throws IOException {
        Files.createDirectories(root);
        var mark = root.resolve(MARK);
        if (Files.exists(mark)) {
            return;
        }
        try (var inside = Files.list(root)) {
            if (inside.anyMatch(entry -> !entry.getFileName().toString().equals("lost+found"))) {
                throw new IOException(
                        "%s holds something else; public files need a folder of their own".formatted(root));
            }
        }
        Files.writeString(mark, "Desk Pilkada writes and removes files here.\n");
    }

    private List<Path> places(PublicFile file) {
        var place = root.resolve(PUBLIC).resolve(file.path());
        return file.path().equals(INDEX) ? List.of(place, root.resolve(INDEX)) : List.of(place);
    }

    private static Path packed(Path place) {
        return place.resolveSibling(place.getFileName() + PACKED);
    }

    private boolean write(PublicFile file) throws IOException {
        var time = FileTime.from(file.changedAt().truncatedTo(ChronoUnit.MILLIS));
        boolean changed = false;
        for (var place : places(file)) {
            changed |= write(packed(place), file.gzip(), time);
            changed |= write(place, file.plain(), time);
        }
        return changed;
    }

    private boolean write(Path place, byte[] bytes, FileTime time) throws IOException {
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Files.size(place) == bytes.length
                && Files.getLastModifiedTime(place).equals(time)) {
            return false;
        }
        var parent = Files.createDirectories(Objects.requireNonNullElse(place.getParent(), root));
        if (!parent.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("%s leads out of the folder".formatted(parent));
        }
        var unfinished = Files.createDirectories(root.resolve(UNFINISHED))
                .resolve(Instant.now().toEpochMilli() + "-" + UUID.randomUUID());
        try {
            Files.write(unfinished, bytes);
            Files.setLastModifiedTime(unfinished, time);
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return true;
    }

    /** Whoever died while writing has left its file here, named after when it was begun; what is no longer public is not kept in that way either. */
    private void forgetUnfinished(Instant before) throws IOException {
        var unfinished = root.resolve(UNFINISHED);
        if (!Files.isDirectory(unfinished, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.list(unfinished)) {
            for (var one : all.filter(file -> begun(file).isBefore(before)).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }

    private static Instant begun(Path file) {
        var at = file.getFileName().toString().split("-", 2)[0];
        return at.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(at)) : Instant.EPOCH;
    }

    /** The compressed copies lie beside their files, so a folder is left empty or not at all. */
    private int remove(List<PublicFile> files, List<IOException> failures) throws IOException {
        Set<Path> wanted = new HashSet<>();
        files.forEach(file -> places(file).forEach(place -> wanted.addAll(List.of(place, packed(place)))));
        int removed = 0;
        for (var place : present()) {
            try {
                if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(place);
                } else if (!wanted.contains(place)) {
                    Files.delete(place);
                    removed += place.toString().endsWith(PACKED) ? 0 : 1;
                }
            } catch (DirectoryNotEmptyException inUse) {
                continue;
            } catch (IOException e) {
                failures.add(e);
            }
        }
        return removed;
    }

    /** Deepest first. */
    private List<Path> present() throws IOException {
        List<Path> present = new ArrayList<>();
        for (var top : List.of(root.resolve(INDEX), packed(root.resolve(INDEX)), root.resolve(PUBLIC))) {
            if (Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> below = Files.walk(top)) {
                    below.forEach(present::add);
                }
            }
        }
        present.sort(Comparator.reverseOrder());
        return present;
    }
}
