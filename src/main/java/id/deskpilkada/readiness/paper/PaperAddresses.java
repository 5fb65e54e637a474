package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.document.QrCode;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses that a telephone opens from a printed QR code: under the installation's own address, or else the one by which the printer's person reached it. */
@Component
class PaperAddresses {

    private final String base;

    PaperAddresses(@Value("${desk.notification.base-url:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    /** Opens the forms of one TPS. */
    String list(RoundRef round, String tps) {
        return QrCode.png(root().path("/lapangan")
                .queryParam("wilayah", tps)
                .queryParam("election", round.electionCode())
                .queryParam("round", round.code())
                .build()
                .encode()
                .toUriString());
    }

    /** Opens Form C1 of one TPS and race. */
    String form(RoundRef round, RaceRef race, String tps) {
        return QrCode.png(root().path("/lapangan/c1/{race}/{tps}")
                .queryParam("election", round.electionCode())
                .queryParam("round", round.code())
                .buildAndExpand(Map.of("race", race.code(), "tps", tps))
                .encode()
                .toUriString());
    }

    private UriComponentsBuilder root() {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUriString(base);
    }
}
