package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people see of deliveries and do about them, and what a recipient says by the link in its mail. */
@Service
class DeliveryDesk {

    private final DeliveryRows rows;
    private final ReportDeliveries deliveries;
    private final TierReportRows reports;
    private final ReceiptLinks links;
    private final SystemTransactions transactions;
    private final Clock clock;

    DeliveryDesk(
            DeliveryRows rows,
            ReportDeliveries deliveries,
            TierReportRows reports,
            ReceiptLinks links,
            SystemTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.reports = reports;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A delivery with its report and its history. */
    record Seen(Delivery delivery, TierReport report, List<DeliveryRows.Step> steps) {}

    List<Seen> latest(Actor actor, int most) {
        actor.require(Permission.READ_DELIVERIES);
        return transactions.read(ReportDeliveryProcess.WORK, () -> rows.latest(most).stream()
                .filter(one -> actor.may(Permission.READ_DELIVERIES, one.area()))
                .map(this::seen)
                .toList());
    }

    /** @throws Problem 404 {@code UNKNOWN_DELIVERY} */
    Seen one(Actor actor, long id) {
        actor.require(Permission.READ_DELIVERIES);
        return transactions.read(ReportDeliveryProcess.WORK, () -> {
            var delivery = rows.get(id);
            if (!actor.may(Permission.READ_DELIVERIES, delivery.area())) {
                throw Problem.notFound("UNKNOWN_DELIVERY");
            }
            return seen(delivery);
        });
    }

    private Seen seen(Delivery delivery) {
        return new Seen(delivery, reports.get(delivery.reportId()), rows.steps(delivery.id()));
    }

    /** The desk was told that it is there. @throws Problem 403, 404 {@code UNKNOWN_DELIVERY}, 409 {@code DELIVERY_SUPERSEDED}, 422 {@code RECEIVED_BY_REQUIRED} */
    Seen noted(Actor actor, long id, @Nullable String by) {
        permitted(actor, id);
        write(() -> deliveries.received(
                id, "DESK", DeliveryTasks.spokenTo(by == null ? "" : by.strip(), actor), null, clock.instant()));
        return one(actor, id);
    }

    /** @throws Problem 403, 404 {@code UNKNOWN_DELIVERY}, 409 {@code DELIVERY_OVER} */
    Seen again(Actor actor, long id, @Nullable String note) {
        permitted(actor, id);
        write(() -> deliveries.again(id, note, actor.name()));
        return one(actor, id);
    }

    private void permitted(Actor actor, long id) {
        actor.require(Permission.FOLLOW_DELIVERIES);
        if (!actor.may(Permission.FOLLOW_DELIVERIES, one(actor, id).delivery().area())) {
            throw Problem.notFound("UNKNOWN_DELIVERY");
        }
    }

    /** What a link shows; looking changes nothing. @throws Problem 404 {@code LINK_UNKNOWN} */
    Seen byLink(String token) {
        long id = links.open(token);
        return transactions.read(ReportDeliveryProcess.WORK, () -> seen(rows.get(id)));
    }

    /** @throws Problem 404 {@code LINK_UNKNOWN}, 409 {@code DELIVERY_SUPERSEDED}, 422 {@code RECEIVED_BY_REQUIRED} */
    void receivedByLink(String token, @Nullable String by) {
        long id = links.open(token);
        write(() -> deliveries.received(id, "LINK", by, null, clock.instant()));
    }

    private void write(Supplier<Delivery> act) {
        LostRace.again(() -> transactions.write(ReportDeliveryProcess.WORK, act));
    }
}
