package id.deskpilkada.c1.written;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.DataForms;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Form C1 of each race of a round, and its photos alone. */
@Component
class C1ReportForms implements DataForms {

    private final Elections elections;

    C1ReportForms(Elections elections) {
        this.elections = elections;
    }

    @Override
    public List<DataForm> of(RoundRef round) {
        var law = C1Facts.Law.valueOf(round.law().name());
        var forms = new ArrayList<DataForm>();
        elections.races(round.electionId()).forEach(race -> forms.add(C1DataForm.of(race, law)));
        forms.add(C1DataForm.PHOTOS);
        return forms;
    }
}
