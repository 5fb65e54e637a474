package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.document.QrCode;
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

    /** Opens the field app at this form of this TPS. What it is about stands behind the #, which no browser sends and no log keeps. */
    String form(RoundRef round, PaperCode code) {
        var about = UriComponentsBuilder.fromPath("/isi")
                .queryParam("kind", code.kind())
                .queryParam("tps", code.tps());
        if (code.race() != null) {
            about.queryParam("race", code.race()).queryParam("slot", code.kind());
        }
        var fragment = about.queryParam("election", round.electionCode())
                .queryParam("round", round.code())
                .encode()
                .toUriString();
        return QrCode.png(root().path("/lapangan").encode().toUriString() + "#" + fragment);
    }

    private UriComponentsBuilder root() {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUriString(base);
    }
}
