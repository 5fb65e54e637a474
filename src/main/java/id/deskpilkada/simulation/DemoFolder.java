package id.deskpilkada.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A data folder, and the note in it that says whether it holds a demo. A demo and a real installation never share one. */
final class DemoFolder {

    private static final String NOTE = "SIMULASI.txt";
    private static final String TEXT =
            """
            Folder ini berisi data SIMULASI Desk Pilkada. Semua isinya karangan dan boleh dihapus.
            This folder holds data of a simulation. All of it is made up and may be deleted.
            """;

    private final Path folder;

    DemoFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @throws DemoRefused when the folder is used and holds no demo */
    void takeForDemo(boolean fresh) {
        if (isUsed() && !holdsDemo()) {
            throw new DemoRefused(
                    "Folder data " + folder + " berisi instalasi yang sebenarnya, bukan simulasi.",
                    "Pakai folder lain untuk simulasi (DESK_DATA_DIR), atau jalankan tanpa profil demo.");
        }
        try {
            if (fresh && holdsDemo()) {
                FileSystemUtils.deleteRecursively(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(NOTE), TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder data tidak dapat dipakai: " + folder, e);
        }
    }

    /** @throws DemoRefused when the folder holds a demo */
    void takeForReal() {
        if (holdsDemo()) {
            throw new DemoRefused(
                    "Folder data " + folder + " berisi simulasi; datanya karangan.",
                    "Pakai folder lain untuk instalasi yang sebenarnya (DESK_DATA_DIR), atau hapus folder ini.");
        }
    }

    private boolean holdsDemo() {
        return Files.exists(folder.resolve(NOTE));
    }

    private boolean isUsed() {
        return Files.exists(folder.resolve("postgres"));
    }
}
