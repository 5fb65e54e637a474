package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.DataForms;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The forms of both stages of readiness. */
@Component
class ReadinessForms implements DataForms {

    private final Checklist checklist;
    private final PreparationDates dates;

    ReadinessForms(Checklist checklist, PreparationDates dates) {
        this.checklist = checklist;
        this.dates = dates;
    }

    @Override
    public List<DataForm> of(RoundRef round) {
        var items = checklist.inOrder();
        return Stream.of(ReadinessStage.values())
                .map(stage -> ReadinessForm.of(
                        stage,
                        items,
                        slot(round.id(), stage).map(SlotRef::slot).stream().toList()))
                .toList();
    }

    private Optional<SlotRef> slot(long roundId, ReadinessStage stage) {
        return stage == ReadinessStage.SITE ? dates.siteSlot(roundId) : dates.logisticsSlot(roundId);
    }
}
