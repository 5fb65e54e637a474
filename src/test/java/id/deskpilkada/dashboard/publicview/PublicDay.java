package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.staff.Staff;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A small regency whose public view is switched by its administrator, with forms as module c1 tells them; the six TPS are those of {@link SmallRegency}. */
public final class PublicDay {

    public final SmallRegency regency;
    public final DeskClient admin;

    private final Installation installation;
    private final PublicWatch watch;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public PublicDay(
            Installation installation,
            Staff staff,
            PublicWatch watch,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            int port) {
        this.installation = installation;
        this.watch = watch;
        this.events = events;
        this.transaction = transaction;
        this.regency = new SmallRegency(installation, staff).create();
        this.admin = new DeskClient(port, "admin", SmallRegency.PASSWORD);
        watch.look();
    }

    public DeskClient.Answer on(PublicMode mode, PublicDepth depth) {
        return on(mode, depth, "");
    }

    /** @param more fields of the body, each after a comma */
    public DeskClient.Answer on(PublicMode mode, PublicDepth depth, String more) {
        return admin.put(
                "/api/public-view",
                """
                {"mode": "%s", "depth": "%s", "decidedBy": "Ratu Uji", "office": "Bupati", "letter": "100/27/2024"%s}"""
                        .formatted(mode, depth, more));
    }

    public PublicDay received(String tps, int one, int two) {
        tell(regency.round(), tps, true, false, figures(one, two), null);
        return this;
    }

    public PublicDay held(String tps) {
        tell(regency.round(), tps, true, false, null, null);
        return this;
    }

    public PublicDay verified(String tps, int one, int two) {
        verified(regency.round(), tps, one, two);
        return this;
    }

    public PublicDay verified(long round, String tps, int one, int two) {
        tell(round, tps, true, true, figures(one, two), figures(one, two));
        return this;
    }

    /** Has everything looked at again without waiting until it is due. */
    public PublicDay written() {
        installation.asOwner().update("UPDATE desk.public_edition SET read_at = NULL");
        watch.look();
        return this;
    }

    private void tell(
            long round, String tps, boolean received, boolean verified, C1Figures asReceived, C1Figures asVerified) {
        transaction.executeWithoutResult(status -> events.publishEvent(new C1FormChanged(
                round,
                regency.race(),
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                received,
                asReceived == null,
                verified,
                asReceived,
                asVerified)));
    }

    private static C1Figures figures(int one, int two) {
        return new C1Figures(one + two, 3, one + two + 100, one + two + 3, new TreeMap<>(Map.of(1, one, 2, two)));
    }
}
