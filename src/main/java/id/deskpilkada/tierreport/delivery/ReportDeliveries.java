package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.delivery.Delivery.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to deliveries: each change holds the row first and tells the process after. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReportDeliveries {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DETAIL = 500;

    private final DeliveryRows rows;
    private final TierReportRows reports;
    private final RunningDeliveryProcess process;
    private final DeliverySettings settings;
    private final Audit audit;
    private final Changes changes;
    private final Clock clock;

    ReportDeliveries(
            DeliveryRows rows,
            TierReportRows reports,
            RunningDeliveryProcess process,
            DeliverySettings settings,
            Audit audit,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.process = process;
        this.settings = settings;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** In the transaction that settles the report, so that one is not without the other. */
    void begin(TierReport report, TierRecipient recipient) {
        rows.earlier(report, recipient.id()).forEach(old -> supersede(old.id()));
        long id = rows.insert(report, recipient, clock.instant());
        process.start(report, id);
        announce(report.area());
    }

    private void supersede(long id) {
        var delivery = rows.lock(id);
        if (delivery.state() == State.WAITING || delivery.state() == State.SENT || delivery.state() == State.FAILED) {
            rows.state(id, State.SUPERSEDED, null, null, clock.instant());
            rows.step(id, "SUPERSEDED", null, null, clock.instant());
            goOn(delivery);
        }
    }

    /** The mail waits in the outbox; its courier tells what becomes of it. */
    void mailed(Delivery delivery, UUID message) {
        rows.mailed(delivery.id(), message);
        announce(delivery.area());
    }

    /** The mail server has taken it. */
    void mailTaken(long id) {
        var delivery = rows.lock(id);
        rows.sentAt(id, clock.instant());
        rows.step(id, "SENT", null, null, clock.instant());
        announce(delivery.area());
    }

    /** It has not gone: again after a while, as long as waits are left. */
    void notYet(Delivery delivery, String reason, @Nullable String detail) {
        int failed = delivery.attempts();
        if (failed > settings.waits().size()) {
            failed(delivery.id(), reason, detail);
            return;
        }
        Duration wait = settings.waits().get(Math.max(failed - 1, 0));
        rows.state(
                delivery.id(),
                State.WAITING,
                reason,
                cut(detail),
                clock.instant().plus(wait));
        rows.step(delivery.id(), "AGAIN", told(reason, detail), null, clock.instant());
        announce(delivery.area());
    }

    /** It will not go by itself: the desk decides. */
    void failed(long id, String reason, @Nullable String detail) {
        var delivery = rows.lock(id);
        if (delivery.state() == State.WAITING || delivery.state() == State.SENT) {
            rows.state(id, State.FAILED, reason, cut(detail), clock.instant());
            rows.step(id, "FAILED", told(reason, detail), null, clock.instant());
            if (delivery.state() == State.SENT) {
                process.answered(delivery, reports.get(delivery.reportId()));
            }
            announce(delivery.area());
        }
    }

    /** The side above already has a later version. */
    void overtaken(Delivery delivery) {
        rows.state(delivery.id(), State.SUPERSEDED, null, null, clock.instant());
        rows.step(delivery.id(), "SUPERSEDED", null, null, clock.instant());
        announce(delivery.area());
    }

    /**
     * There is a receipt; again is harmless.
     *
     * @param via {@code INTAKE}, {@code LINK} or {@code DESK}
     * @param by who says so
     * @throws Problem 409 {@code DELIVERY_SUPERSEDED}, 422 {@code RECEIVED_BY_REQUIRED}
     */
    Delivery received(long id, String via, @Nullable String by, @Nullable String receipt, Instant at) {
        var name = by == null ? "" : by.strip();
        if (name.length() < 2 || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unprocessable("RECEIVED_BY_REQUIRED");
        }
        var delivery = rows.lock(id);
        if (delivery.state() == State.SUPERSEDED) {
            throw Problem.conflict("DELIVERY_SUPERSEDED");
        }
        if (delivery.state() != State.RECEIVED) {
            rows.received(id, via, name, receipt, at);
            rows.step(id, "RECEIVED", receipt, name, clock.instant());
            audit.record(
                    "tier-report.received", "tier-delivery/" + id, delivery.area(), Map.of("via", via, "by", name));
            if (!via.equals("INTAKE")) {
                goOn(delivery);
            }
            announce(delivery.area());
        }
        return rows.get(id);
    }

    /** The desk has asked and there is no receipt yet. @throws Problem 422 {@code DELIVERY_NOTE_REQUIRED} */
    void asked(long id, String note, String actor) {
        rows.asked(id);
        rows.step(id, "ASKED", required(note), actor, clock.instant());
    }

    /** Somebody has it sent once more, from the beginning. @throws Problem 409 {@code DELIVERY_OVER} */
    Delivery again(long id, @Nullable String note, String actor) {
        var delivery = rows.lock(id);
        if (delivery.state().isOver() || delivery.state() == State.WAITING) {
            throw Problem.conflict("DELIVERY_OVER");
        }
        rows.anew(id, clock.instant());
        rows.step(id, "RESENT", cut(note), actor, clock.instant());
        goOn(delivery);
        announce(delivery.area());
        return rows.get(id);
    }

    private void goOn(Delivery before) {
        var report = reports.get(before.reportId());
        switch (before.state()) {
            case SENT -> process.answered(before, report);
            case FAILED -> process.decided(before, report);
            default -> {}
        }
    }

    private void announce(String area) {
        changes.announce("tier-reports", area);
    }

    private static String required(String note) {
        var text = note.strip();
        if (text.length() < 3 || text.length() > LONGEST_DETAIL) {
            throw Problem.unprocessable("DELIVERY_NOTE_REQUIRED");
        }
        return text;
    }

    private static String told(String reason, @Nullable String detail) {
        return detail == null || detail.isBlank() ? reason : reason + ": " + cut(detail);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}
