package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.platform.Actor;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Photos that arrive in parts, each its sender's alone until it is whole. */
@Component
class PhotoParts {

    /** Whoever begins one more loses the parts of the one that waited longest, never a photo: it is sent again from its first byte. */
    private static final int MOST_UNFINISHED = 20;

    private final JdbcClient jdbc;

    PhotoParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A photo on its way.
     *
     * @param length bytes of the whole file
     * @param received bytes that are here, from the first on
     */
    record Upload(int length, int received) {

        boolean isWhole() {
            return received == length;
        }
    }

    @Transactional(readOnly = true)
    Optional<Upload> of(String sha256, Actor actor) {
        return upload(sha256, actor, "");
    }

    /** Adds a part where it continues what is here; where it does not, or another length was announced before, nothing changes. Tells how things stood before. */
    @Transactional
    Upload append(String sha256, Actor actor, Upload expected, byte[] part) {
        if (expected.received() == 0) {
            begin(sha256, actor, expected.length());
        }
        var here = upload(sha256, actor, " FOR UPDATE").orElse(new Upload(expected.length(), 0));
        if (here.equals(expected) && part.length > 0) {
            add(sha256, actor, here.received(), part);
        }
        return here;
    }

    private void add(String sha256, Actor actor, int starts, byte[] part) {
        jdbc.sql("INSERT INTO photo_part (uploaded_by, sha256, starts, bytes) VALUES (?, ?, ?, ?)")
                .params(actor.id(), sha256, starts, part)
                .update();
        jdbc.sql(
                        "UPDATE photo_upload SET received = received + ?, touched_at = now() WHERE uploaded_by = ? AND sha256 = ?")
                .params(part.length, actor.id(), sha256)
                .update();
    }

    private void begin(String sha256, Actor actor, int length) {
        var isNew = jdbc.sql(
                                "INSERT INTO photo_upload (uploaded_by, sha256, length) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(actor.id(), sha256, length)
                        .update()
                == 1;
        if (isNew) {
            jdbc.sql(
                            """
                            DELETE FROM photo_upload WHERE uploaded_by = :person AND sha256 <> :sha256 AND sha256 IN (
                              SELECT sha256 FROM photo_upload WHERE uploaded_by = :person ORDER BY touched_at DESC, sha256 OFFSET :most)
                            """)
                    .param("person", actor.id())
                    .param("sha256", sha256)
                    .param("most", MOST_UNFINISHED)
                    .update();
        }
    }

    private Optional<Upload> upload(String sha256, Actor actor, String lock) {
        return jdbc.sql("SELECT length, received FROM photo_upload WHERE uploaded_by = ? AND sha256 = ?" + lock)
                .params(actor.id(), sha256)
                .query((row, number) -> new Upload(row.getInt("length"), row.getInt("received")))
                .optional();
    }

    /** What has arrived, put together; empty when nothing has. */
    @Transactional(readOnly = true)
    byte[] together(String sha256, Actor actor) {
        var whole = new ByteArrayOutputStream();
        jdbc.sql("SELECT bytes FROM photo_part WHERE uploaded_by = ? AND sha256 = ? ORDER BY starts")
                .params(actor.id(), sha256)
                .query(row -> {
                    whole.writeBytes(row.getBytes("bytes"));
                });
        return whole.toByteArray();
    }

    /** Once the photo is kept whole, or cannot be one. */
    @Transactional
    void forget(String sha256, Actor actor) {
        jdbc.sql("DELETE FROM photo_upload WHERE uploaded_by = ? AND sha256 = ?")
                .params(actor.id(), sha256)
                .update();
    }
}
