module chancery.example/clients/go/example

go 1.23

require chancery.example/clients/go v0.0.0

replace chancery.example/clients/go => ./client
