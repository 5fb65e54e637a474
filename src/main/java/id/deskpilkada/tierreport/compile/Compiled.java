package id.deskpilkada.tierreport.compile;

import id.deskpilkada.c1.C1Sources;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.voting.TurnoutSources;
import java.util.List;

/**
 * Figures of one moment, and what they are made of.
 *
 * @param parts the districts' reports that a regency's is made of; empty for a district
 */
record Compiled(
        Snapshot snapshot, List<C1Sources.Source> forms, List<TurnoutSources.Source> turnout, List<TierReport> parts) {}
