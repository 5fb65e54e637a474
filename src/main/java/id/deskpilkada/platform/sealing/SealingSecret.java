package id.deskpilkada.platform.sealing;

import id.deskpilkada.platform.start.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secret of an installation that names none: made once, in a file of the data directory that only its owner may read. */
final class SealingSecret {

    static final String FILE = "sealing.secret";
    static final int SHORTEST = 32;

    private static final Logger log = LoggerFactory.getLogger(SealingSecret.class);

    private SealingSecret() {}

    /** @throws StartRefused when it is too short to protect anything */
    static String checked(String secret, String from) {
        if (secret.length() < SHORTEST) {
            throw new StartRefused(
                    "Kunci penyegel data (" + from + ") terlalu pendek, sedikitnya " + SHORTEST
                            + " karakter. / The sealing secret is too short.",
                    "Isi DESK_SEALING_SECRET (atau berkas yang disebut DESK_SEALING_SECRET_FILE) dengan "
                            + "keluaran \"openssl rand -base64 32\", lalu jalankan lagi. / Set it and start again.");
        }
        return secret;
    }

    static String inside(Path dataDirectory) {
        var file = dataDirectory.toAbsolutePath().resolve(FILE);
        try {
            return checked(Files.exists(file) ? Files.readString(file).strip() : made(file), file.toString());
        } catch (IOException e) {
            throw new StartRefused(
                    "Kunci penyegel data di " + file
                            + " tidak dapat dibaca atau dibuat. / The sealing secret cannot be "
                            + "read or made there.",
                    "Periksa izin folder data, atau isi DESK_SEALING_SECRET_FILE. / Check the permissions of the data "
                            + "directory, or set DESK_SEALING_SECRET_FILE.");
        }
    }

    private static String made(Path file) throws IOException {
        var bytes = new byte[SHORTEST];
        new SecureRandom().nextBytes(bytes);
        var secret = Base64.getEncoder().encodeToString(bytes);
        Files.createDirectories(file.getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        log.warn(
                "A secret that seals health data and signing keys was made in {}. Keep a copy apart from the database: without it "
                        + "they cannot be read. Several nodes need the same one in DESK_SEALING_SECRET_FILE",
                file);
        return secret;
    }
}
