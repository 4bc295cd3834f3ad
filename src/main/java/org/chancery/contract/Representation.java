package org.chancery.contract;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** In which format the current request is answered, where that is not the one of the resource itself. */
@RequestScoped
public class Representation {
    private Contract.Operation operation;
    private boolean nested;
    private String path;
    private boolean varies;
    private boolean chosen;
    private String ifNoneMatch;

    /** What is answered depends on the header {@code Accept}. */
    public void vary() {
        varies = true;
    }

    public boolean varies() {
        return varies;
    }

    /**
     * The answer is that at this path.
     *
     * @param byAccept whether the header {@code Accept} chose it, not the path
     */
    public void at(String where, boolean byAccept) {
        path = where;
        chosen = byAccept;
    }

    /**
     * The resource's answer is to be written as this operation describes it.
     *
     * @param written the operation; its parameters are those of the request
     * @param whole whether all that the resource can include is in it
     * @param known what the client has of it already ({@code If-None-Match}); null if nothing
     */
    public void write(Contract.Operation written, boolean whole, String known) {
        operation = written;
        nested = whole;
        ifNoneMatch = known;
    }

    /** The operation as which the answer is to be written. */
    public Optional<Contract.Operation> operation() {
        return Optional.ofNullable(operation);
    }

    boolean nested() {
        return nested;
    }

    public Optional<String> ifNoneMatch() {
        return Optional.ofNullable(ifNoneMatch);
    }

    /** The path of this format of the resource; empty where the resource itself answers. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** The same, if the client asked elsewhere. */
    public Optional<String> chosenPath() {
        return path().filter(any -> chosen);
    }
}
