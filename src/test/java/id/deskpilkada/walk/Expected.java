package id.deskpilkada.walk;

import java.util.List;
import java.util.Set;

/** What is as it should be, although the rule of the walk says otherwise; each with its reason. */
final class Expected {

    /** These sign somebody in or out, or count a wrong try; that is what they change. */
    private static final Set<String> SIGN_IN = Set.of(
            "POST /api/sessions",
            "DELETE /api/sessions/current",
            "DELETE /api/sessions",
            "DELETE /api/sessions/{id:[0-9a-fA-F-]{36}}",
            "POST /sesi/akhiri-semua",
            "POST /sesi/{id}/akhiri",
            "POST /masuk",
            "POST /masuk/demo",
            "POST /keluar",
            "POST /atur-ulang");

    private static final Set<String> OPEN =
            Set.of("POST /api/sessions", "POST /masuk", "POST /keluar", "POST /atur-ulang", "POST /d/{token}");

    /** These change what is one's own, whoever one is; a photo is its sender's until a report names it. */
    private static final Set<String> OWN = Set.of(
            "PUT /api/inbox/channels",
            "POST /kotak-masuk/cara",
            "POST /kotak-masuk/semua-dibaca",
            "POST /kotak-masuk/uji",
            "POST /lapangan/kejadian/foto");

    /** A link that is as good as the name of the agency it was sent to: whoever has it may answer. */
    private static final Set<String> BY_LINK = Set.of("POST /d/{token}");

    /** Bytes that are not those of the hash are refused as such, before anybody asks whose photo it is. */
    private static final Set<String> ANYBODY = Set.of("PUT /api/photos/{sha256}", "PATCH /api/photos/{sha256}");

    /** The public view is off, nobody of the demo exists outside it, accounts are told to Keycloak in its mode only, no address for reports of weaknesses is set,
     * gateways, installations below and wall screens have a token of their own, a regency has none below, the link in a mail is known to its recipient only, and there is no other version of the field app than the one that runs. */
    private static final List<String> CLOSED = List.of(
            "/public/tally/{race}.json GET",
            "/public/tally/{race}/{region}.json GET",
            "/public/progress.json GET",
            "/public/manifest.json GET",
            "/masuk/demo POST",
            "/bantuan-akun/ulangi POST",
            "/.well-known/security.txt GET",
            "/api/notifications/receipts/{gateway} POST",
            "/api/tier-reports/intake POST",
            "/api/sms/inbound/{gateway} POST",
            "/api/province-reports/{report}/approve POST",
            "/desk/laporan-masuk/{report}/setujui POST",
            "/api/tier-senders/{region}/token POST",
            "/desk/penerima-laporan/pengirim/{region}/token POST",
            "/desk/wall/bagian GET",
            "/lapangan-app/{version}/{*path} GET",
            "/public/tanda-terima/{token} GET",
            "/public/tanda-terima/{token} POST");

    /**
     * Kept apart by the services alone: the outbox, whose table no policy guards, and the help desk's search, which looks at all roles of a person by work of the
     * application's own, so that nobody reaches an account that reaches further than their own.
     */
    private static final Set<String> BY_SERVICES_ALONE =
            Set.of("GET /api/notifications", "GET /desk/pesan", "GET /api/staff", "GET /bantuan-akun");

    private Expected() {}

    static boolean isKeptApartByServicesAlone(Endpoint endpoint) {
        return BY_SERVICES_ALONE.contains(endpoint.key());
    }

    /** Whether the call may change something although it is no business of anybody in particular. */
    static boolean mayChangeSomething(Endpoint endpoint) {
        return signsInOrOut(endpoint) || OWN.contains(endpoint.key()) || BY_LINK.contains(endpoint.key());
    }

    static boolean signsInOrOut(Endpoint endpoint) {
        return SIGN_IN.contains(endpoint.key());
    }

    /** Anybody may try to sign in; the answer depends on the password and not on a role. */
    static boolean isOpenToAll(Endpoint endpoint) {
        return OPEN.contains(endpoint.key());
    }

    static boolean answersAnybody(Endpoint endpoint) {
        return ANYBODY.contains(endpoint.key());
    }

    static List<String> closed() {
        return CLOSED;
    }
}
