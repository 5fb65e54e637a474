package id.deskpilkada.imports;

import id.deskpilkada.platform.audit.Audit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves in the trail which file was imported, by its name and hash, and how many rows it had; nothing of what they said. */
@Component
class ImportRecord {

    private final Audit audit;

    ImportRecord(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void write(Imported imported) {
        audit.record(
                "import",
                "import/" + imported.kind(),
                null,
                Map.of(
                        "file", imported.fileName() == null ? "-" : imported.fileName(),
                        "sha256", sha256(imported.content()),
                        "rows", Integer.toString(imported.rows()),
                        "created", Integer.toString(imported.outcome().created()),
                        "updated", Integer.toString(imported.outcome().updated())));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
