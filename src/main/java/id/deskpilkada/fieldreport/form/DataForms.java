package id.deskpilkada.fieldreport.form;

import id.deskpilkada.election.RoundRef;
import java.util.List;

/** The forms of the kinds of report that a feature takes. */
public interface DataForms {

    /** All that are filled in during a round, in the order in which a reporter meets them. */
    List<DataForm> of(RoundRef round);
}
