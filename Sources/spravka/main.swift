print("spravka")
