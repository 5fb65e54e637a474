package id.deskpilkada.election;

/** What a feature prepares when a round starts, such as the rows of reports it expects. It may run again for the same round and then adds only what is new. */
public interface RoundPreparation {

    void prepare(RoundRef round);
}
