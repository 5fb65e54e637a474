package id.deskpilkada.fieldreport.form;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which forms a person may have to fill in: those of their roles, about places that they report on. */
@Component
class FormsToFill {

    private static final int VILLAGE = 10;

    private final List<DataForms> features;

    FormsToFill(List<DataForms> features) {
        this.features = features;
    }

    List<DataForm> of(RoundRef round, Actor actor) {
        return features.stream()
                .flatMap(feature -> feature.of(round).stream())
                .filter(form -> areas(actor, form.kind()).anyMatch(area -> about(form, area)))
                .sorted(Comparator.comparing(DataForm::kind))
                .toList();
    }

    private static Stream<String> areas(Actor actor, ReportKind kind) {
        return actor.areas().stream()
                .filter(area -> actor.may(kind.permission(), area) || actor.may(Permission.REPORT_FOR_OTHERS, area));
    }

    private static boolean about(DataForm form, String area) {
        if (form.kind() == ReportKind.SITUATION && area.length() > VILLAGE) {
            return false;
        }
        var race = form.race();
        if (race == null) {
            return true;
        }
        var votes = Area.digits(race.regionCode());
        return area.startsWith(votes) || votes.startsWith(area);
    }
}
