package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.List;

/** Reports of TPS were let off, or are owed again; published in the transaction that changes it, after the counters of their districts. */
public record ExcusesChanged(long roundId, ReportKind kind, String slot, List<String> tps) {

    public ExcusesChanged {
        tps = List.copyOf(tps);
    }
}
