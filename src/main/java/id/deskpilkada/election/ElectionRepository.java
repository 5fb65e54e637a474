package id.deskpilkada.election;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ElectionRepository extends Repository<Election, Long> {

    Optional<Election> findByCode(String code);

    Optional<Election> findById(long id);

    Election saveAndFlush(Election election);
}
