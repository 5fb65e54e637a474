package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.written.C1DataReader;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes: somebody else types the form again from the photo, without having seen the numbers; or says that the photo will not do. */
@Service
@Transactional
class C1Verification {

    enum Outcome {
        MATCH,
        MISMATCH
    }

    enum PhotoFault {
        MISSING,
        UNREADABLE,
        OTHER_TPS
    }

    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Photos photos;
    private final C1People people;
    private final C1Reach reach;
    private final C1Totals totals;
    private final RunningCaptureProcess process;
    private final JdbcClient jdbc;
    private final Clock clock;

    C1Verification(
            C1FormRepository forms,
            C1Versions versions,
            C1Photos photos,
            C1People people,
            C1Reach reach,
            C1Totals totals,
            RunningCaptureProcess process,
            JdbcClient jdbc,
            Clock clock) {
        this.forms = forms;
        this.versions = versions;
        this.photos = photos;
        this.people = people;
        this.reach = reach;
        this.totals = totals;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Problem 403 {@code SAME_PERSON} and others of {@link C1People}, 409 when the version is re-keyed already or not waiting, 422 for unreadable data */
    Outcome rekey(C1Case about, JsonNode written, Actor actor) {
        return reach.to(about, actor, () -> typedAgain(about, written, actor));
    }

    private Outcome typedAgain(C1Case about, JsonNode written, Actor actor) {
        var form = waiting(about, actor);
        var data = C1DataReader.read(written, about.race().ballotNumbers());
        var copied = versions.get(form.id(), form.currentNo()).data();
        var matches = form.extent() == Extent.ALL ? data.equals(copied) : data.sameVotesAs(copied);
        try {
            jdbc.sql(
                            "INSERT INTO c1_rekeying (id, form_id, version_no, extent, data, matches, verifier_id, at) VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            form.id(),
                            form.currentNo(),
                            form.extent().name(),
                            versions.write(data),
                            matches,
                            actor.id(),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("ALREADY_REKEYED");
        }
        process.rekeyed(about, actor);
        return matches ? Outcome.MATCH : Outcome.MISMATCH;
    }

    C1State rejectPhoto(C1Case about, PhotoFault fault, Actor actor) {
        return reach.to(about, actor, () -> rejected(about, fault, actor));
    }

    private C1State rejected(C1Case about, PhotoFault fault, Actor actor) {
        var form = waiting(about, actor);
        jdbc.sql(
                        "INSERT INTO c1_photo_rejection (id, form_id, version_no, reason, verifier_id, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        form.id(),
                        form.currentNo(),
                        fault.name(),
                        actor.id(),
                        Timestamp.from(clock.instant()))
                .update();
        if (fault != PhotoFault.MISSING) {
            photos.rejectAll(about);
        }
        form.rejectPhoto();
        process.rekeyed(about, actor);
        return form.publicState();
    }

    private C1Form waiting(C1Case about, Actor actor) {
        var form = forms.lock(about).orElseThrow(() -> Problem.notFound("C1_NOT_FOUND"));
        people.requireVerifier(actor, form);
        if (form.state() != FormState.RECEIVED && form.state() != FormState.IN_VERIFICATION) {
            throw Problem.conflict(rekeyed(form).isPresent() ? "ALREADY_REKEYED" : "NOT_WAITING_FOR_REKEYING");
        }
        return form;
    }

    private Optional<Boolean> rekeyed(C1Form form) {
        return jdbc.sql("SELECT matches FROM c1_rekeying WHERE form_id = ? AND version_no = ?")
                .params(form.id(), form.currentNo())
                .query(Boolean.class)
                .optional();
    }

    void began(C1Case about) {
        forms.lock(about).ifPresent(form -> form.beginVerification(clock.instant()));
    }

    /** Compares what the second person typed with the copy; the form moves on accordingly. Answers the gateway's fact. */
    String compare(C1Case about) {
        var form = forms.lock(about).orElseThrow();
        if (form.state() == FormState.PHOTO_REJECTED) {
            return "PHOTO_REJECTED";
        }
        boolean matches = rekeyed(form).orElseThrow(() -> Problem.conflict("REKEYING_MISSING"));
        if (matches) {
            var version = versions.get(form.id(), form.currentNo());
            form.match(version.consistent(), version.countable());
        } else {
            form.mismatch();
        }
        totals.changed(form);
        return matches ? Outcome.MATCH.name() : Outcome.MISMATCH.name();
    }
}
