package id.deskpilkada.readiness.risk.handover;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Lists by id; whoever changes one locks it first, before the engine's rows. */
interface HandoverRepository extends Repository<Handover, Long> {

    Handover saveAndFlush(Handover handover);

    Optional<Handover> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select h from Handover h where h.id = :id")
    Optional<Handover> lock(long id);

    @Query("select h from Handover h where h.roundId = :round and h.state in :states order by h.id")
    List<Handover> inStates(long round, Collection<HandoverState> states);
}
