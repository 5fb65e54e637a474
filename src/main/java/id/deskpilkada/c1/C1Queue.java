package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.C1Form.OpenedTo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The forms that wait for their second person: the facts that choose how each is verified, and by whom. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class C1Queue {

    private final C1FormRepository forms;
    private final C1Versions versions;
    private final C1Settings settings;
    private final JdbcClient jdbc;

    C1Queue(C1FormRepository forms, C1Versions versions, C1Settings settings, JdbcClient jdbc) {
        this.forms = forms;
        this.versions = versions;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    int length(String districtArea) {
        return jdbc.sql(
                        "SELECT count(*) FROM c1_form WHERE district_area = ? AND state IN ('RECEIVED', 'IN_VERIFICATION')")
                .param(districtArea)
                .query(Integer.class)
                .single();
    }

    boolean disputed(C1Case about) {
        return forms.find(about)
                .filter(form -> form.state() == FormState.DISPUTED)
                .isPresent();
    }

    boolean errorFailed(C1Case about) {
        return forms.find(about)
                .map(form -> versions.get(form.id(), form.standingNo()))
                .filter(version -> !version.consistent())
                .isPresent();
    }

    /** Whether the form is of the random sample that is re-keyed whole: fixed by the case and its version, so that nobody can choose. */
    boolean sampled(C1Case about) {
        var no = forms.find(about).map(C1Form::currentNo).orElse(0);
        return Math.floorMod((about.subject() + "#" + no).hashCode(), 100) < settings.samplePercent();
    }

    void verifyBy(C1Case about, Extent extent, OpenedTo openedTo) {
        forms.lock(about).ifPresent(form -> form.verifyBy(extent, openedTo));
    }

    void openWide(C1Case about) {
        forms.lock(about).ifPresent(C1Form::openWide);
    }

    boolean openedWide(C1Case about) {
        return forms.find(about).filter(C1Form::openedWide).isPresent();
    }
}
