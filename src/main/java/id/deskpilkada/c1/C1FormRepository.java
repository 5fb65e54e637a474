package id.deskpilkada.c1;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Forms by round, race and TPS; whoever changes one locks it first, before the engine's rows. */
interface C1FormRepository extends Repository<C1Form, Long> {

    C1Form save(C1Form form);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from C1Form f where f.roundId = :round and f.raceId = :race and f.tpsCode = :tps")
    Optional<C1Form> lock(long round, long race, String tps);

    @Query("select f from C1Form f where f.roundId = :round and f.raceId = :race and f.tpsCode = :tps")
    Optional<C1Form> find(long round, long race, String tps);

    @Query("select f from C1Form f where f.roundId = :round and f.raceId = :race and f.tpsCode like concat(:area, '%')")
    List<C1Form> inside(long round, long race, String area);

    default Optional<C1Form> lock(C1Case about) {
        return lock(about.round().id(), about.race().id(), about.tps());
    }

    default Optional<C1Form> find(C1Case about) {
        return find(about.round().id(), about.race().id(), about.tps());
    }
}
