package id.deskpilkada.voting.entry;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.DataForms;
import id.deskpilkada.voting.report.VotingForm;
import id.deskpilkada.voting.situation.SituationForm;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The forms of the day, and which of their fields are asked for at which hour. */
@Component
class VotingForms implements DataForms {

    private final EntrySlots slots;

    VotingForms(EntrySlots slots) {
        this.slots = slots;
    }

    @Override
    public List<DataForm> of(RoundRef round) {
        var all = slots.of(round.id());
        if (all.isEmpty()) {
            return List.of();
        }
        var asked = new VotingForm.Asked(
                names(all, slot -> true),
                names(all, slot -> slots.asked(all, slot).opening()),
                names(all, slot -> slots.asked(all, slot).closing()),
                names(all, slot -> slots.asked(all, slot).duty()));
        return List.of(VotingForm.of(asked), SituationForm.of(asked.all()));
    }

    private static List<String> names(List<SlotRef> all, Predicate<SlotRef> wanted) {
        return all.stream().filter(wanted).map(SlotRef::slot).toList();
    }
}
