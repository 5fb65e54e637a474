package id.deskpilkada.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StaffMembers extends JpaRepository<StaffMember, Long> {

    Optional<StaffMember> findByUsername(String username);

    List<StaffMember> findByUsernameIn(Collection<String> usernames);

    @Query(
            "select distinct m from StaffMember m join m.roles r where m.active and r.role = ?1 and r.area = ?2 order by m.name")
    List<StaffMember> holding(String role, String area);

    @Query("select distinct r.area from StaffMember m join m.roles r where m.active and r.role = ?1 and r.area in ?2")
    Set<String> held(String role, Collection<String> areas);
}
