package id.deskpilkada.c1;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether somebody else can read the form: its photos, as far as nobody has said that they will not do. */
@Service
@Transactional
class C1PhotosToRead {

    private final C1FormRepository forms;
    private final C1Photos photos;
    private final JdbcClient jdbc;

    C1PhotosToRead(C1FormRepository forms, C1Photos photos, JdbcClient jdbc) {
        this.forms = forms;
        this.photos = photos;
        this.jdbc = jdbc;
    }

    /** Whether there are photos to verify from; after a rejection only those sent since count. */
    boolean there(C1Case about) {
        var form = forms.lock(about);
        if (form.isPresent() && form.get().state() == FormState.PHOTO_REJECTED) {
            Instant rejected = jdbc.sql("SELECT max(at) FROM c1_photo_rejection WHERE form_id = ?")
                    .param(form.get().id())
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            if (!photos.anySince(about, rejected)) {
                return false;
            }
            form.get().photosReplaced();
            return true;
        }
        return photos.anyThere(about);
    }
}
