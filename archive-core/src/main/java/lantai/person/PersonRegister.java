package lantai.person;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.key.KeyRing;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The register of insured persons. An identity number is kept encrypted and found by its keyed hash; in clear it leaves
 * the register only through {@link #reveal}.
 */
public final class PersonRegister {
    private final KeyRing keys;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PersonRegister(KeyRing keys, AuditTrail audit, InstantSource clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return the person with this number} */
    public Optional<InsuredPerson> find(Handle handle, IdNumber number) {
        return handle.createQuery("select id, name, id_masked as masked_id from insured_person where id_hash = :hash")
                .bind("hash", keys.keyedHash(number.text()))
                .map(ConstructorMapper.of(InsuredPerson.class))
                .findOne();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public InsuredPerson get(Handle handle, UUID id) {
        return handle.createQuery("select id, name, id_masked as masked_id from insured_person where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(InsuredPerson.class))
                .findOne()
                .orElseThrow(() -> new NotFound(PersonProblem.NO_SUCH_PERSON, id));
    }

    /**
     * The person of whom both are known, the number and the name.
     *
     * @throws Malformed when the number is not one
     * @throws Refused when nobody is registered so
     */
    public InsuredPerson identified(Handle handle, String number, String name) {
        var valid = IdNumber.parse(number).orElseThrow(() -> new Malformed(PersonProblem.ID_NUMBER_MALFORMED));
        return find(handle, valid)
                .filter(person -> person.name().equals(name.strip()))
                .orElseThrow(() -> new Refused(PersonProblem.NOT_IDENTIFIED));
    }

    /** {@return up to 50 persons whose name starts so} */
    public List<InsuredPerson> named(Handle handle, String start) {
        return handle.createQuery("""
                        select id, name, id_masked as masked_id from insured_person
                        where starts_with(name, :start) order by name, id limit 50
                        """)
                .bind("start", start)
                .map(ConstructorMapper.of(InsuredPerson.class))
                .list();
    }

    /** {@return persons whose names were never sought in the records filed before them, longest registered first} */
    public List<InsuredPerson> unsought(Handle handle, int size) {
        return handle.createQuery("""
                        select id, name, id_masked as masked_id from insured_person
                        where not sought order by registered_at, id limit :size
                        """)
                .bind("size", size)
                .map(ConstructorMapper.of(InsuredPerson.class))
                .list();
    }

    /** Notes that a person's name was sought. */
    public void sought(Handle transaction, UUID id) {
        transaction
                .createUpdate("update insured_person set sought = true where id = :id")
                .bind("id", id)
                .execute();
    }

    /** {@return whether one of these is the whole name of a registered person} */
    public boolean anyNamed(Handle handle, Collection<String> names) {
        return handle.createQuery(
                        "select exists (select 1 from insured_person where translate(name, '•・‧∙.．', '······') = any (:names))")
                .bind("names", names.toArray(String[]::new))
                .mapTo(Boolean.class)
                .one();
    }

    /** Finds the person with this number or registers it under the name; two callers at once get the same person. */
    public InsuredPerson register(Handle transaction, Actor by, IdNumber number, String name) {
        var id = UUID.randomUUID();
        var added = transaction
                .createUpdate("""
                        insert into insured_person (id, name, id_hash, id_cipher, id_masked, registered_at)
                        values (:id, :name, :hash, :cipher, :masked, :now) on conflict (id_hash) do nothing
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("hash", keys.keyedHash(number.text()))
                .bind("cipher", keys.encrypt(number.text()))
                .bind("masked", number.masked())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (added == 1) {
            audit.record(transaction, by, AuditAction.PERSON_REGISTERED, Subject.of("insured-person", id), Map.of());
        }
        return find(transaction, number).orElseThrow();
    }

    /** {@return the number in clear}; the caller audits why */
    public IdNumber reveal(Handle handle, UUID id) {
        var cipher = handle.createQuery("select id_cipher from insured_person where id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> new NotFound(PersonProblem.NO_SUCH_PERSON, id));
        return new IdNumber(keys.decrypt(cipher));
    }
}
