package id.deskpilkada.election;

import java.util.List;

/** What a feature says about how a round stands at a stage, for the desk that reports or closes. */
public interface RoundFigures {

    /** In the order in which they are to be read; empty when there is nothing to say about that stage. */
    List<Figure> of(RoundRef round, RoundStage stage);

    /**
     * @param code names the words under {@code round.figure.<code>} in the message bundles
     * @param open whether somebody still has to do something about each that is counted
     */
    record Figure(String code, long count, boolean open) {

        /** Whether work is left. */
        public boolean left() {
            return open && count > 0;
        }
    }
}
