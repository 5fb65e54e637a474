package id.deskpilkada.readiness.screening;

import id.deskpilkada.platform.Scope;
import org.springframework.stereotype.Component;

/** What is left to do in a puskesmas area, asked by its process: over the whole area, whoever acts. */
@Component
class ScreeningStanding {

    private static final String WORK = "officer-screening";
    private static final String[] EVERYWHERE = {""};

    private final ScreeningRows rows;

    ScreeningStanding(ScreeningRows rows) {
        this.rows = rows;
    }

    /** Officers without a screening, and referrals nobody has followed up. */
    record Left(int unscreened, int followUps) {}

    Left of(long puskesmasId) {
        var officers = Scope.system(WORK, () -> rows.of(puskesmasId, EVERYWHERE));
        int unscreened = (int)
                officers.stream().filter(officer -> officer.screening() == null).count();
        int followUps =
                (int) officers.stream().filter(ScreenedOfficer::followUpOpen).count();
        return new Left(unscreened, followUps);
    }
}
